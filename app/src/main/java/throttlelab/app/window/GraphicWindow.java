package throttlelab.app.window;

import javafx.application.Application;
import throttlelab.app.host.StopSignal;
import throttlelab.app.host.Window;
import throttlelab.engine.RunException;

/// Opens the window for the command line.
public final class GraphicWindow implements Window {

    /// The exit code of a program that was stopped.
    private static final int STOPPED = 130;

    private final StopSignal stop;

    /// @param stop ends the process when it is raised, as Ctrl-C does; a window has nothing to write then
    public GraphicWindow(StopSignal stop) {
        this.stop = stop;
    }

    @Override
    public int show() {
        // JavaFX ends its threads by a hook of its own, and what still paints then complains: the end must come first.
        try (StopSignal.Registration _ = stop.onStop(() -> Runtime.getRuntime().halt(STOPPED))) {
            Application.launch(LabApplication.class);
            return 0;
        } catch (UnsupportedOperationException e) {
            throw new RunException("The window cannot be opened, the system says '" + e.getMessage()
                    + "': check that the screen that DISPLAY names is there, or name a command to stay in the terminal,"
                    + " such as bet.", e);
        }
    }
}
