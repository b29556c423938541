package throttlelab.fxml.control;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/// A region, or the skin of a control, that paints on a canvas. A canvas has the pixels of the screen: in a picture that
/// is larger it would be blurred, so for the moment of the picture a finer one takes its place.
public interface Sharpenable {

    /// Puts a finer canvas into the place of the usual one. On the FX thread.
    ///
    /// @param scale how many pixels it has for each one of the screen, along a side
    /// @return puts the usual one back
    Runnable sharpen(double scale);

    /// Hides a canvas and puts a finer one over it.
    ///
    /// @param children where the usual one is
    /// @param paint paints as on the usual one
    /// @return takes the finer one away again
    static Runnable over(Canvas usual, List<Node> children, double scale, Consumer<GraphicsContext> paint) {
        Canvas fine = new Canvas(scale * usual.getWidth(), scale * usual.getHeight());
        fine.setManaged(false);
        fine.relocate(usual.getLayoutX(), usual.getLayoutY());
        fine.getTransforms().add(new Scale(1 / scale, 1 / scale));
        GraphicsContext context = fine.getGraphicsContext2D();
        context.scale(scale, scale);
        paint.accept(context);
        usual.setVisible(false);
        children.add(fine);
        return () -> {
            children.remove(fine);
            usual.setVisible(true);
        };
    }
}
