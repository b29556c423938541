package throttlelab.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import throttlelab.app.bench.SimulatedSoak;
import throttlelab.app.bench.SoakResult;
import throttlelab.app.bench.WindowSoak;
import throttlelab.app.host.Host;
import throttlelab.app.summary.SoakJson;
import throttlelab.app.summary.SoakSummary;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Tempo;

/// Runs for very long, while slowdowns change all the time.
@Command(name = "soak", description = {
        "Runs for very long under slowdowns that change all the time, and compares every stream to the bit: hours of "
                + "simulated time in which every worker's slowdown changes every second, or, with --window, minutes of "
                + "real time with the window open and its sliders moving.",
        "Ends with 0 if all bits are the same and memory stayed flat, with 2 if a stream differs, with 70 if memory grew."})
final class SoakCommand extends HostedCommand {

    private static final double MOST = 10_000;

    @Mixin
    private ModelOption model;
    @Option(names = "--hours", paramLabel = "H", order = 20, defaultValue = "12",
            description = "How many hours of simulated time. Default: ${DEFAULT-VALUE}.")
    private double hours;
    @Option(names = "--tempo", paramLabel = "MS", order = 21, defaultValue = "20",
            description = "Milliseconds of nominal work a stage, in simulated time. Default: ${DEFAULT-VALUE}.")
    private double tempo;
    @Option(names = "--window", order = 22, description = "Run in the window instead, on the present screen, in real time.")
    private boolean window;
    @Option(names = "--minutes", paramLabel = "M", order = 23, defaultValue = "10",
            description = "How many minutes of real time in the window. Default: ${DEFAULT-VALUE}.")
    private double minutes;
    @Option(names = "--seed", paramLabel = "S", order = 24, defaultValue = "45",
            description = "Where the slowdowns come from. Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--policy", paramLabel = "POLICY", order = 25, converter = SettingsOptions.PolicyConverter.class,
            defaultValue = "content-addressed",
            description = "In simulated time: what the coordinator does at the barrier; the broken policies must differ. "
                    + "Default: ${DEFAULT-VALUE}.")
    private CombinePolicy policy;
    @Mixin
    private PromptsOption prompts;
    @Mixin
    private TokensOption tokens;

    SoakCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        check("--hours", hours);
        check("--minutes", minutes);
        check("--tempo", tempo);
        if (window && !host().screen().getAsBoolean()) {
            throw new UsageException("There is no screen here, so there is no window to soak: have DISPLAY name one, a "
                    + "virtual one such as Xvfb will do, or leave out --window.");
        }
        json().check();
        SoakResult result = soak();
        json().write(members -> SoakJson.write(members, result));
        new SoakSummary(result).print(terminal());
        return result.divergent() > 0 ? ExitCode.CATASTROPHIC : result.flat() ? ExitCode.OK : ExitCode.FAILURE;
    }

    private static void check(String option, double value) {
        if (!(value > 0 && value <= MOST)) {
            throw new UsageException("A soak takes numbers above 0 and up to " + (int) MOST + ", not " + value + ": change "
                    + option + ".");
        }
    }

    private SoakResult soak() throws InterruptedException {
        try {
            if (window) {
                return new WindowSoak(folders(), host().log(), minutes, seed, host().stop(), this::progress).run();
            }
            Model loaded = model.load(folders(), terminal());
            return new SimulatedSoak(loaded, prompts.read(folders()), tokens.count(), policy,
                    Tempo.ofMillis(tempo), hours, seed, host().stop(), this::progress).run();
        } finally {
            terminal().live("");
        }
    }

    private void progress(String what) {
        if (terminal().interactive()) {
            terminal().live("Soaking: " + what);
        } else {
            terminal().note("Soaking: " + what);
        }
    }
}
