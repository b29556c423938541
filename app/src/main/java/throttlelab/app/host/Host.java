package throttlelab.app.host;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TerminalProbe;

/// What a program run is handed instead of reaching for it: with another host, all of it runs inside a test.
///
/// @param terminal where people read
/// @param in the standard input
/// @param folders where things lie
/// @param log where details of failures go
/// @param stop how the run is told to end early
/// @param screen whether a window could be opened
/// @param window the window, if this program has one
public record Host(Terminal terminal, InputStream in, Folders folders, LogFile log, StopSignal stop,
        BooleanSupplier screen, Optional<Window> window) {

    /// This process.
    public static Host system(BooleanSupplier screen, Optional<Window> window) {
        Folders folders = Folders.system();
        return new Host(TerminalProbe.system(), System.in, folders, new LogFile(folders.logFolders()),
                new StopSignal(), screen, window);
    }

    /// This host with a window.
    public Host withWindow(Window other) {
        return new Host(terminal, in, folders, log, stop, screen, Optional.of(other));
    }

    /// Whether there is a window, and a screen to open it on.
    public boolean opensWindow() {
        return window.isPresent() && screen.getAsBoolean();
    }
}
