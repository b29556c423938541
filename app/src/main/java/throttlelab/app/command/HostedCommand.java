package throttlelab.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import throttlelab.app.host.Folders;
import throttlelab.app.host.Host;
import throttlelab.app.terminal.Terminal;

/// What all commands have in common.
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        parameterListHeading = "%nParameters:%n", optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done; for a verdict: STRICT", "1:the verdict is LENIENT", "2:the verdict is CATASTROPHIC",
                "3:the verdict is VOID", "64:what was asked for does not fit together",
                "65:something that was to be read cannot be read or used", "70:a run, or writing its results, failed",
                "130:stopped by Ctrl-C"})
abstract class HostedCommand implements Callable<Integer> {

    private final Host host;

    @Mixin
    private JsonOption json;

    HostedCommand(Host host) {
        this.host = host;
    }

    /// Does what the command is for.
    ///
    /// @return the exit code
    @Override
    public abstract Integer call() throws InterruptedException;

    final Host host() {
        return host;
    }

    final Terminal terminal() {
        return host.terminal();
    }

    final Folders folders() {
        return host.folders();
    }

    final JsonOption json() {
        return json;
    }
}
