package throttlelab.fxml.control;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// The viewports of scroll panes.
public final class Viewports {

    private Viewports() {
    }

    /// Takes the picture away that a scroll pane keeps of its viewport. It pays while one scrolls; but where something in
    /// it moves, all of it is painted into the picture again, and the picture after it, for every frame.
    public static void paintDirectly(ScrollPane pane) {
        pane.skinProperty().subscribe(skin -> {
            if (skin != null) {
                pane.lookup(".viewport").setCache(false);
            }
        });
    }

    /// Scrolls down, once it is laid out, to what has come in a panel that somebody looks at: to its end, but no further
    /// than to its beginning. Whoever has scrolled away from the panel stays where he is.
    ///
    /// @param first where it begins; its parent is the panel
    /// @param last where it ends
    public static void reveal(Node first, Node last) {
        Platform.runLater(() -> {
            ScrollPane pane = around(first);
            if (pane == null) {
                return;
            }
            pane.applyCss();
            pane.layout();
            double visible = pane.getViewportBounds().getHeight();
            double hidden = pane.getContent().getLayoutBounds().getHeight() - visible;
            double from = pane.getVvalue() * hidden;
            Bounds panel = within(pane, first.getParent());
            double wanted = Math.min(within(pane, last).getMaxY() - visible, within(pane, first).getMinY());
            if (panel.getMinY() < from + visible && panel.getMaxY() > from && wanted > from) {
                pane.setVvalue(Math.min(1, wanted / hidden));
            }
        });
    }

    private static ScrollPane around(Node node) {
        Node at = node;
        while (at != null && !(at instanceof ScrollPane)) {
            at = at.getParent();
        }
        return (ScrollPane) at;
    }

    private static Bounds within(ScrollPane pane, Node node) {
        return pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
