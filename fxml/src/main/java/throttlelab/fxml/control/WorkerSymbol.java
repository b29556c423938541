package throttlelab.fxml.control;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;

/// A worker's symbol in its colour, as large as the text around it. The symbol alone tells workers apart; the colour
/// only helps.
public final class WorkerSymbol extends Region {

    private static final String CLASS = "worker-symbol";
    private static final String CURRENT = CLASS + "-";

    /// Circle, square, triangle, diamond, star, plus, pentagon, hexagon; each fills its box but for a margin of one, so
    /// that none of them is distorted when it is scaled to a node.
    private static final List<String> PATHS = List.of(
            "M1 8 A7 7 0 1 1 15 8 A7 7 0 1 1 1 8 Z",
            "M1 1 L15 1 L15 15 L1 15 Z",
            "M8 1 L15 15 L1 15 Z",
            "M8 1 L15 8 L8 15 L1 8 Z",
            "M8 1 L9.99 5.86 L15 6.35 L11.22 9.84 L12.33 15 L8 12.3 L3.67 15 L4.78 9.84 L1 6.35 L6.01 5.86 Z",
            "M5.5 1 L10.5 1 L10.5 5.5 L15 5.5 L15 10.5 L10.5 10.5 L10.5 15 L5.5 15 L5.5 10.5 L1 10.5 L1 5.5 L5.5 5.5 Z",
            "M8 1 L15 6.35 L12.33 15 L3.67 15 L1 6.35 Z",
            "M8 1 L15 4.5 L15 11.5 L8 15 L1 11.5 L1 4.5 Z");

    /// The symbol of worker 0.
    public WorkerSymbol() {
        this(0);
    }

    /// The symbol of a worker.
    public WorkerSymbol(int worker) {
        getStyleClass().add(CLASS);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        setWorker(worker);
    }

    /// Shows the symbol of another worker.
    public void setWorker(int worker) {
        SVGPath shape = new SVGPath();
        shape.setContent(path(worker));
        setShape(shape);
        getStyleClass().removeIf(name -> name.startsWith(CURRENT));
        getStyleClass().add(CURRENT + worker % PATHS.size());
    }

    /// A worker's symbol as an SVG path in a box from 0 to 16. Its colour is `-lab-worker-N`.
    public static String path(int worker) {
        return PATHS.get(worker % PATHS.size());
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(WorkerSymbol.class.getResource("WorkerSymbol.css")).toExternalForm();
    }
}
