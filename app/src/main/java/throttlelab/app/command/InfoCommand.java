package throttlelab.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import throttlelab.app.host.Host;
import throttlelab.app.host.LogFile;
import throttlelab.app.summary.Info;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Environment;

/// Says what this program would run, and on what.
@Command(name = "info", description = "Says what would run and on what: the model and its digests, the contract on numbers, "
        + "the bet and its baselines, the machine.")
final class InfoCommand extends HostedCommand {

    @Mixin
    private ModelOption model;

    InfoCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() {
        Model loaded = model.load(folders(), terminal());
        Info info = new Info(Version.number(), model.folder(folders()), loaded,
                Environment.current(FederationOptions.DEFAULT.kernels().name()), Samples.criteria(folders()),
                Samples.baselines(folders()), folders().results(), folders().logFolders().getFirst().resolve(LogFile.NAME));
        json().write(info::write);
        info.print(terminal());
        return ExitCode.OK;
    }
}
