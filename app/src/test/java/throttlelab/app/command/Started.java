package throttlelab.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import throttlelab.app.host.Folders;
import throttlelab.app.host.Host;
import throttlelab.app.host.LogFile;
import throttlelab.app.host.StopSignal;
import throttlelab.app.host.Window;
import throttlelab.app.terminal.Style;
import throttlelab.app.terminal.Terminal;

/// The program, started inside the test: on a host of its own, its words caught.
final class Started {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StopSignal stop = new StopSignal();
    private final Path folder;
    private Path samples = Path.of(System.getProperty(Folders.SAMPLES));
    private byte[] input = {};
    private Optional<Window> window = Optional.empty();
    private boolean screen;
    private int code = -1;

    /// @param folder where the program works and logs
    Started(Path folder) {
        this.folder = folder;
    }

    Started withInput(byte[] bytes) {
        input = bytes;
        return this;
    }

    Started withSamples(Path other) {
        samples = other;
        return this;
    }

    Started withWindow(boolean onScreen, Window shown) {
        screen = onScreen;
        window = Optional.of(shown);
        return this;
    }

    /// Runs a command line to its end.
    Started run(String... arguments) {
        Folders folders = new Folders(folder,
                name -> name.equals(Folders.SAMPLES) ? samples.toString() : System.getProperty(name), name -> null);
        Host host = new Host(new Terminal(stream(out), stream(err), false, 80, Style.PLAIN),
                new ByteArrayInputStream(input), folders, new LogFile(List.of(folder.resolve("log"))), stop,
                () -> screen, window);
        code = new CommandLineProgram(host).run(arguments);
        return this;
    }

    int code() {
        return code;
    }

    StopSignal stop() {
        return stop;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
