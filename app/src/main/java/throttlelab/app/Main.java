package throttlelab.app;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import throttlelab.app.command.CommandLineProgram;
import throttlelab.app.host.Host;
import throttlelab.app.window.GraphicWindow;
import throttlelab.engine.files.JsonInput;
import throttlelab.fxml.Screen;

/// Where the program starts, and the only place that ends the process.
public final class Main {

    /// How long a result may take to be written after Ctrl-C.
    private static final long PATIENCE_SECONDS = 30;
    /// The exit code of a program that was stopped.
    private static final int STOPPED = 130;

    private Main() {
    }

    /// Opens the window or runs the command line, and exits with its code.
    public static void main(String[] args) {
        // While the command line is read.
        Thread.ofPlatform().name("prepare").daemon(true).start(JsonInput::prepare);
        Host terminal = Host.system(Screen::available, Optional.empty());
        Host host = terminal.withWindow(new GraphicWindow(terminal.stop(), () -> Runtime.getRuntime().halt(STOPPED)));
        host.log().takeOver();
        // On Ctrl-C the run is stopped and what is complete is written before the process ends, with the exit code
        // that the system has for it: 130.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(host), "stop"));
        int code = new CommandLineProgram(host).run(args);
        host.stop().finished();
        System.exit(code);
    }

    private static void stop(Host host) {
        host.stop().raise();
        try {
            host.stop().awaitFinished(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
