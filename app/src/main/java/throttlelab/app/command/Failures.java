package throttlelab.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import throttlelab.app.host.Host;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;

/// Says in one sentence what went wrong, keeps the details in the log file, and knows the exit code.
final class Failures {

    private final Host host;

    Failures(Host host) {
        this.host = host;
    }

    /// A command line that cannot be understood.
    int wrongParameter(ParameterException e) {
        say(sentence(e) + " Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /// Anything that was thrown while a command ran.
    int report(Throwable e) {
        return switch (e) {
            case LabException lab -> known(lab);
            case InterruptedException stopped -> stopped();
            case OutOfMemoryError memory -> outOfMemory(memory);
            default -> unexpected(e);
        };
    }

    private int known(LabException e) {
        boolean details = e instanceof RunException && e.getCause() != null && !(e.getCause() instanceof IOException);
        say(e.getMessage() + (details ? where(host.log().failure(e.getMessage(), e)) : ""));
        return ExitCode.of(e);
    }

    private int stopped() {
        host.terminal().note("Stopped before there was anything to keep.");
        return ExitCode.STOPPED;
    }

    private int outOfMemory(OutOfMemoryError e) {
        Optional<Path> log = host.log().failure("out of memory", e);
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        say("The " + megabytes + " MB of memory that Java was given are not enough: use a smaller --batch, or give it"
                + " more with the Java option -Xmx." + where(log));
        return ExitCode.FAILURE;
    }

    private int unexpected(Throwable e) {
        Optional<Path> log = host.log().failure("unexpected failure", e);
        say("The program failed in a way that was not foreseen (" + e.getClass().getSimpleName()
                + "): try again, and if it happens again report it." + where(log));
        return ExitCode.FAILURE;
    }

    private static String where(Optional<Path> log) {
        return log.map(file -> " Details are in " + file + ".").orElse(" The log file could not be written.");
    }

    private void say(String sentence) {
        host.terminal().note(host.terminal().style().bad("Error:") + " " + sentence);
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message = e.getMessage().lines().findFirst().orElse("The command line cannot be understood").strip()
                .replaceFirst("^Error: ", "").replace("is not an int", "is not a whole number");
        return message.endsWith(".") ? message : message + ".";
    }

    private static String unmatched(UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        boolean command = e.getCommandLine().getParent() == null && !first.startsWith("-");
        List<String> similar = e.getSuggestions();
        return (command ? "There is no command '" : e.isUnknownOption() ? "There is no option '" : "Nobody asked for '")
                + first + "'" + (similar.isEmpty() ? "." : ": did you mean " + String.join(" or ", similar) + "?");
    }
}
