package throttlelab.app.window;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import throttlelab.app.host.StopSignal;
import throttlelab.app.host.Window;
import throttlelab.engine.RunException;

/// Opens the window for the command line.
public final class GraphicWindow implements Window {

    private final StopSignal stop;
    private final Runnable end;

    /// @param stop raised by Ctrl-C and by a signal to end
    /// @param end ends the process at once: a window that is stopped has nothing to write
    public GraphicWindow(StopSignal stop, Runnable end) {
        this.stop = stop;
        this.end = end;
    }

    @Override
    public int show(Optional<Path> file) {
        // JavaFX ends its threads by a hook of its own, and what still paints then complains: the end must come first.
        try (StopSignal.Registration _ = stop.onStop(end)) {
            Application.launch(LabApplication.class, file.map(Path::toString).stream().toArray(String[]::new));
            return 0;
        } catch (UnsupportedOperationException e) {
            throw new RunException("The window cannot be opened, the system says '" + e.getMessage()
                    + "': check that the screen that DISPLAY names is there, or name a command to stay in the terminal,"
                    + " such as bet.", e);
        }
    }
}
