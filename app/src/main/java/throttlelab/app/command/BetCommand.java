package throttlelab.app.command;

import java.nio.file.Path;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import throttlelab.app.host.Host;
import throttlelab.app.host.StopSignal;
import throttlelab.app.summary.BetSummary;
import throttlelab.engine.bet.Bet;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ResultFile;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.model.Model;

/// Runs Bet 45.
@Command(name = "bet", description = {
        "Runs Bet 45: the same prompts under several throttle profiles, each compared with none, token by token and bit by "
                + "bit.",
        "Writes " + ResultFile.NAME + " whatever the verdict, and ends with the verdict's exit code. Ctrl-C stops it and "
                + "keeps what is complete."})
final class BetCommand extends HostedCommand {

    private static final String REGISTERED = "none,steady,ramp";

    @Mixin
    private ModelOption model;
    @Mixin
    private PromptsOption prompts;
    @Mixin
    private TokensOption tokens;
    @Mixin
    private ProfilesOption profiles;
    @Mixin
    private SettingsOptions settings;
    @Mixin
    private BatchOption batch;
    @Mixin
    private RepeatOption repeat;
    @Mixin
    private OutOption out;
    @Mixin
    private AuditOption audit;

    BetCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        BetPlan plan = new BetPlan(prompts.read(folders()), tokens.count(), profiles.list(REGISTERED),
                settings.settings(), batch.size(), repeat.count());
        Criteria criteria = Samples.criteria(folders());
        Model loaded = model.load(folders(), terminal());
        Path folder = out.folder(folders());
        Bet bet = new Bet(audit.runner(loaded, folder,
                FederationOptions.DEFAULT.withPatience(Patience.NONE)), plan, criteria, Samples.baselines(folders()),
                InstantSource.system());
        SafeFiles.requireWritable(folder);
        json().check();
        BetSummary summary = run(bet, plan, folder.resolve(ResultFile.NAME));
        if (host().stop().raised()) {
            terminal().line(summary.stopped());
        } else {
            summary.print(terminal());
        }
        return ExitCode.of(summary.verdict());
    }

    /// Runs the bet and writes its result, before anything waits for a terminal that takes nothing.
    private BetSummary run(Bet bet, BetPlan plan, Path file) throws InterruptedException {
        try (BetWatch watch = new BetWatch(terminal(), plan);
                StopSignal.Registration _ = host().stop().onStop(bet::stop)) {
            BetResult result = bet.run(watch);
            Sha256 digest = ResultFile.write(file, result);
            json().file().ifPresent(copy -> ResultFile.write(copy, result));
            return new BetSummary(result, file, digest);
        }
    }
}
