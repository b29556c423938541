package throttlelab.app.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import throttlelab.app.host.Host;
import throttlelab.app.terminal.Style;
import throttlelab.engine.UsageException;

/// The whole program but for its end: reads a command line, runs the command, and tells the exit code.
public final class CommandLineProgram {

    private static final int WIDEST_HELP = 100;
    private static final Pattern FILE = Pattern.compile("[^-].*\\.(tlab|json|jsonl)");

    private final Host host;

    /// A program that runs on `host`.
    public CommandLineProgram(Host host) {
        this.host = host;
    }

    /// Runs a command line.
    ///
    /// @return the exit code; whatever goes wrong has been said in one sentence
    public int run(String... arguments) {
        try {
            Optional<Path> file = file(arguments);
            // A window that is only opened need not wait until all commands with their options are known.
            int code = (arguments.length == 0 || file.isPresent()) && host.opensWindow()
                    ? host.window().orElseThrow().show(file) : inTerminal(file, arguments);
            return host.stop().raised() ? ExitCode.STOPPED : code;
        } catch (Throwable e) {
            return new Failures(host).report(e);
        }
    }

    private int inTerminal(Optional<Path> file, String... arguments) {
        file.ifPresent(named -> {
            throw new UsageException("There is no screen here to show " + named + " on: use a command, such as report "
                    + named + " or verify " + named + ".");
        });
        return commandLine(host).execute(arguments);
    }

    /// The file that a double click, or a person, names instead of a command.
    private static Optional<Path> file(String... arguments) {
        return arguments.length == 1 && FILE.matcher(arguments[0]).matches() ? Optional.of(Path.of(arguments[0]))
                : Optional.empty();
    }

    static CommandLine commandLine(Host host) {
        Failures failures = new Failures(host);
        StringWriter help = new StringWriter();
        CommandLine commandLine = new CommandLine(new LabCommand(host));
        commandLine.addSubcommand(new BetCommand(host));
        commandLine.addSubcommand(new GenerateCommand(host));
        commandLine.addSubcommand(new RecordCommand(host));
        commandLine.addSubcommand(new CompareCommand(host));
        commandLine.addSubcommand(new ReportCommand(host));
        commandLine.addSubcommand(new VerifyCommand(host));
        commandLine.addSubcommand(new ExploreCommand(host));
        commandLine.addSubcommand(new BenchCommand(host));
        commandLine.addSubcommand(new SoakCommand(host));
        commandLine.addSubcommand(new InfoCommand(host));
        commandLine.setExpandAtFiles(false);
        commandLine.setUsageHelpWidth(Math.min(WIDEST_HELP, host.terminal().width()));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(
                host.terminal().style() == Style.ANSI ? Ansi.ON : Ansi.OFF));
        commandLine.setParameterExceptionHandler((e, arguments) -> failures.wrongParameter(e));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> failures.report(e));
        commandLine.setOut(new PrintWriter(help));
        commandLine.setExecutionStrategy(parsed -> {
            Integer code = CommandLine.executeHelpRequest(parsed);
            if (code == null) {
                return new CommandLine.RunLast().execute(parsed);
            }
            host.terminal().line(help.toString().stripTrailing());
            return code;
        });
        return commandLine;
    }
}
