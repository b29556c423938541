package throttlelab.fxml.control;

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
}
