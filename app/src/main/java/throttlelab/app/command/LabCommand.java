package throttlelab.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import throttlelab.app.host.Host;

/// The program without a command: the window where there is one, Bet 45 in the terminal elsewhere.
@Command(name = "throttlelab", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {"A lab in which eight workers run a language model together: how fast each of them runs changes "
                + "when an answer comes, never what it is.",
                "Without a command it opens the window; where there is no screen it runs Bet 45 in the terminal. With "
                        + "the name of a file alone it opens the window on that recording or result."},
        commandListHeading = "%nCommands:%n", optionListHeading = "%nOptions:%n", descriptionHeading = "%n",
        footer = {"", "Each command explains itself: throttlelab COMMAND --help"})
final class LabCommand implements Callable<Integer> {

    private final Host host;

    LabCommand(Host host) {
        this.host = host;
    }

    @Override
    public Integer call() {
        if (host.opensWindow()) {
            return host.window().get().show(Optional.empty());
        }
        host.terminal().note(host.window().isPresent()
                ? "There is no screen here: Bet 45 runs in the terminal."
                : "This version has no window: Bet 45 runs in the terminal.");
        return CommandLineProgram.commandLine(host).execute("bet");
    }
}
