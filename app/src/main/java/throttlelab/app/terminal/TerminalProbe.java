package throttlelab.app.terminal;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// Finds out what the process's own terminal is like.
public final class TerminalProbe {

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;

    private TerminalProbe() {
    }

    /// The terminal of this process.
    public static Terminal system() {
        UnaryOperator<String> environment = System::getenv;
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal() && !"dumb".equals(environment.apply("TERM"));
        Style style = Style.of(interactive, environment, System.getProperty("os.name", ""));
        return new Terminal(System.out, System.err, interactive, interactive ? width(environment) : USUAL_WIDTH, style);
    }

    private static int width(UnaryOperator<String> environment) {
        int told = columns(environment.apply("COLUMNS"));
        int asked = told > 0 ? told : columns(askTerminal());
        return asked > 0 ? Math.max(LEAST_WIDTH, asked) : USUAL_WIDTH;
    }

    private static int columns(String text) {
        if (text == null || !text.strip().matches("[0-9]{1,4}")) {
            return 0;
        }
        return Integer.parseInt(text.strip());
    }

    /// What `stty size` says, rows and columns; systems without it have the usual width.
    private static String askTerminal() {
        Process process = null;
        try {
            process = new ProcessBuilder("stty", "size").redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD).start();
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                return null;
            }
            try (InputStream answer = process.getInputStream()) {
                String[] size = new String(answer.readAllBytes(), StandardCharsets.US_ASCII).strip().split(" ");
                return size.length == 2 ? size[1] : null;
            }
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
