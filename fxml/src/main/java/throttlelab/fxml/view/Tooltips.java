package throttlelab.fxml.view;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;

/// Lets Escape pass a tooltip. By itself a tooltip that has come up under a resting mouse keeps the key for itself, and
/// whoever wants to close a sheet or the details of a token has to press it twice.
final class Tooltips {

    private static boolean watched;

    private Tooltips() {
    }

    /// Does so for every tooltip there will ever be. On the FX thread.
    static void letEscapePass() {
        if (!watched) {
            watched = true;
            Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(Tooltips::letEscapePass);
                }
            });
        }
    }

    private static void letEscapePass(Window window) {
        if (window instanceof Tooltip tooltip) {
            tooltip.setConsumeAutoHidingEvents(false);
        }
    }
}
