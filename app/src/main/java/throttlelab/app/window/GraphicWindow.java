package throttlelab.app.window;

import javafx.application.Application;
import throttlelab.app.host.StopSignal;
import throttlelab.app.host.Window;
import throttlelab.engine.RunException;

/// Opens the window for the command line.
public final class GraphicWindow implements Window {

    private final StopSignal stop;

    /// @param stop ends the process when it is raised, as Ctrl-C does; a window has nothing to write then
    public GraphicWindow(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public int show() {
        // JavaFX has a hook of its own that ends its threads: waiting for the window to close would wait for ever.
        try (StopSignal.Registration _ = stop.onStop(stop::finished)) {
            Application.launch(LabApplication.class);
            return 0;
        } catch (UnsupportedOperationException e) {
            throw new RunException("The window cannot be opened, the system says '" + e.getMessage()
                    + "': check that the screen that DISPLAY names is there, or name a command to stay in the terminal,"
                    + " such as bet.", e);
        }
    }
}
