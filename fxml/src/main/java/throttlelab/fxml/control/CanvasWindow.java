package throttlelab.fxml.control;

import java.util.List;
import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Window;

/// A canvas in a window of its own, exactly over a region of the lab's window.
///
/// Where no graphics processor draws, JavaFX hands all pixels of a window to the screen for each frame, however small the
/// part that has changed. Something small that moves often and alone costs far less in a window of its own size.
final class CanvasWindow {

    private static final boolean SOFTWARE = !Platform.isSupported(ConditionalFeature.SCENE3D);

    private static final double EDGE = 0.5;

    private final Region below;
    private final Popup popup = new Popup();
    private final Canvas canvas = new Canvas();

    /// @param below where it lies
    CanvasWindow(Region below) {
        this.below = below;
        popup.setAutoFix(false);
        popup.setHideOnEscape(false);
        popup.getContent().add(canvas);
    }

    /// Lies over the region, if all of the region can be seen, and nothing is open that might lie over it in its turn.
    ///
    /// @return what to paint on; empty if it has hidden itself instead
    Optional<GraphicsContext> show() {
        Bounds bounds = fits() ? below.localToScreen(below.getLayoutBounds()) : null;
        if (bounds == null) {
            hide();
            return Optional.empty();
        }
        canvas.setWidth(Math.round(bounds.getWidth()));
        canvas.setHeight(Math.round(bounds.getHeight()));
        if (!popup.isShowing()) {
            popup.show(below.getScene().getWindow(), bounds.getMinX(), bounds.getMinY());
        } else if (popup.getX() != bounds.getMinX() || popup.getY() != bounds.getMinY()) {
            popup.setX(bounds.getMinX());
            popup.setY(bounds.getMinY());
        }
        return Optional.of(canvas.getGraphicsContext2D());
    }

    /// Lies there no longer.
    void hide() {
        popup.hide();
    }

    private boolean fits() {
        Scene scene = below.getScene();
        Window window = scene == null ? null : scene.getWindow();
        return SOFTWARE && window != null && window.isFocused() && onlyWindow(window) && uncovered();
    }

    private boolean onlyWindow(Window window) {
        return Window.getWindows().stream().allMatch(each -> each == window || each == popup);
    }

    /// Whether every parent shows all of the region, and none has another child over it.
    private boolean uncovered() {
        Node node = below;
        for (Parent parent = below.getParent(); parent != null; node = parent, parent = parent.getParent()) {
            if (!node.isVisible() || clipped(parent) || covered(node, parent.getChildrenUnmodifiable())) {
                return false;
            }
        }
        return true;
    }

    private boolean clipped(Node parent) {
        Node clip = parent.getClip();
        return clip != null && !clip.getBoundsInParent().contains(parent.sceneToLocal(sceneBounds()));
    }

    private boolean covered(Node node, List<Node> siblings) {
        return siblings.subList(siblings.indexOf(node) + 1, siblings.size()).stream().anyMatch(
                each -> each.isVisible() && each.localToScene(each.getLayoutBounds()).intersects(sceneBounds()));
    }

    /// What touches the region's edge does not lie over it.
    private Bounds sceneBounds() {
        Bounds all = below.localToScene(below.getLayoutBounds());
        return new BoundingBox(all.getMinX() + EDGE, all.getMinY() + EDGE, Math.max(0, all.getWidth() - 2 * EDGE),
                Math.max(0, all.getHeight() - 2 * EDGE));
    }
}
