package throttlelab.fxml.control;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A region that is painted: once a frame at most, only after something has changed, and only while it can be seen.
public final class PaintedRegion extends Region implements Sharpenable {

    /// Paints a region.
    @FunctionalInterface
    public interface Painter {

        /// Paints everything; the canvas is clear.
        ///
        /// @return whether something moves, so that the next frame is to be painted, too
        boolean paint(Brush brush, double width, double height);
    }

    private final Painter painter;
    private final Palette palette = new Palette(this::repaint);
    private final Canvas canvas = new Canvas();
    private final Brush brush = new Brush(canvas.getGraphicsContext2D(), palette);
    private final Runnable frame = this::frame;
    private boolean stale = true;

    /// A region with nothing painted yet.
    public PaintedRegion(Painter painter) {
        this.painter = painter;
        getChildren().addAll(palette, canvas);
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.removePostLayoutPulseListener(frame);
            }
            if (now != null) {
                now.addPostLayoutPulseListener(frame);
                repaint();
            }
        });
    }

    /// Says that something has changed.
    public void repaint() {
        if (!stale) {
            stale = true;
            Platform.requestNextPulse();
        }
    }

    /// Paints what has changed at once, not in the next frame. Whoever is told outside of frames and paints little saves one:
    /// painting within a frame asks for another after it.
    void repaintNow() {
        stale = true;
        frame();
        if (stale) {
            Platform.requestNextPulse();
        }
    }

    /// Paints on something else of the same size.
    void paintOn(GraphicsContext context) {
        painter.paint(new Brush(context, palette), getWidth(), getHeight());
    }

    @Override
    public Runnable sharpen(double scale) {
        return Sharpenable.over(canvas, getChildren(), scale,
                this::paintOn);
    }

    /// The size of text, in pixels.
    public double em() {
        return palette.em();
    }

    /// Whether things may move by themselves; the person or the system may have asked for calm.
    public boolean motionWanted() {
        return getScene() != null && !getScene().getPreferences().isReducedMotion();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.ceil(getWidth()));
        canvas.setHeight(Math.ceil(getHeight()));
        repaint();
    }

    private void frame() {
        if (stale && getWidth() > 0 && getHeight() > 0 && seen()) {
            brush.context().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            boolean moves = painter.paint(brush, getWidth(), getHeight());
            stale = false;
            if (moves) {
                repaint();
            }
        }
    }

    private boolean seen() {
        Scene scene = getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return false;
        }
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
