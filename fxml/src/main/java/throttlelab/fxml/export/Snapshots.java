package throttlelab.fxml.export;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Control;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Transform;
import throttlelab.fxml.control.Sharpenable;

/// Takes pictures of views, twice as large as they are on the screen and on the window's own background.
final class Snapshots {

    private static final double SCALE = 2;

    private Snapshots() {
    }

    static WritableImage image(Node view) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(SCALE, SCALE));
        how.setFill(background(view));
        List<Runnable> undo = sharpen(view);
        try {
            return view.snapshot(how, null);
        } finally {
            undo.forEach(Runnable::run);
        }
    }

    private static List<Runnable> sharpen(Node node) {
        List<Runnable> undo = new ArrayList<>();
        if (!node.isVisible()) {
            return undo;
        }
        Object painted = node instanceof Control control ? control.getSkin() : node;
        if (painted instanceof Sharpenable sharpenable) {
            undo.add(sharpenable.sharpen(SCALE));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> undo.addAll(sharpen(child)));
        }
        return undo;
    }

    static Picture picture(Node view) {
        WritableImage image = image(view);
        int width = (int) image.getWidth();
        PixelReader reader = image.getPixelReader();
        WritablePixelFormat<IntBuffer> format = PixelFormat.getIntArgbInstance();
        return new Picture(width, (int) image.getHeight(),
                (y, into) -> reader.getPixels(0, y, width, 1, format, into, 0, width));
    }

    private static Paint background(Node view) {
        Background background = view.getScene().getRoot() instanceof Region root ? root.getBackground() : null;
        return background == null || background.getFills().isEmpty() ? Color.WHITE
                : background.getFills().getLast().getFill();
    }
}
