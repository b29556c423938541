package throttlelab.engine;

/// How a command of the program is given at a terminal, wherever a page or the window says how something comes again.
public final class TerminalCommand {

    private TerminalCommand() {
    }

    /// The whole line.
    ///
    /// @param arguments the command and its options, such as `verify FILE`
    public static String of(String arguments) {
        return "mvn -q -Plab -Dargs=\"" + arguments + "\"";
    }
}
