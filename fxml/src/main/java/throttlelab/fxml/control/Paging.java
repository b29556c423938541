package throttlelab.fxml.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Page Up and Page Down for what is read and not used: a scroll pane scrolls by itself only to what takes the focus.
public final class Paging {

    private static final double SHARE = 0.9;

    private Paging() {
    }

    /// Has a pane scroll when a key is pressed anywhere in `where` and nobody there wanted it.
    public static void listen(Node where, ScrollPane pane) {
        where.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean down = event.getCode() == KeyCode.PAGE_DOWN;
            double visible = pane.getViewportBounds().getHeight();
            double hidden = pane.getContent().getLayoutBounds().getHeight() - visible;
            if ((down || event.getCode() == KeyCode.PAGE_UP) && hidden > 0) {
                double step = SHARE * visible / hidden * (pane.getVmax() - pane.getVmin());
                pane.setVvalue(Math.clamp(pane.getVvalue() + (down ? step : -step), pane.getVmin(), pane.getVmax()));
                event.consume();
            }
        });
    }
}
