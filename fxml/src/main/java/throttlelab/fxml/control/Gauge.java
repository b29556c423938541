package throttlelab.fxml.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A thin bar that fills from left to right. Unlike a progress bar it lays nothing out when it fills, so that it may move
/// as often as anybody looks.
public final class Gauge extends Region {

    private static final double HEIGHT_EMS = 0.3;

    private final DoubleProperty progress = new SimpleDoubleProperty(this, "progress");
    private final BooleanProperty alone = new SimpleBooleanProperty(this, "alone");
    private final PaintedRegion bar = new PaintedRegion(this::paint);
    private final CanvasWindow window = new CanvasWindow(this);

    /// An empty bar.
    public Gauge() {
        getStyleClass().add("gauge");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setMouseTransparent(true);
        getChildren().add(bar);
        progress.addListener((property, before, now) -> moved());
        alone.addListener((property, before, now) -> moved());
    }

    private void moved() {
        if (alone.get()) {
            window.show().ifPresentOrElse(bar::paintOn, bar::repaintNow);
        } else {
            window.hide();
            bar.repaintNow();
        }
    }

    /// Whether it moves often, and nothing else in its window does. Then it may move in a small window of its own.
    public BooleanProperty aloneProperty() {
        return alone;
    }

    /// How full it is, from 0 to 1.
    public DoubleProperty progressProperty() {
        return progress;
    }

    private boolean paint(Brush brush, double width, double height) {
        brush.fill(Ink.LINE);
        brush.context().fillRect(0, 0, width, height);
        brush.fill(Ink.FOCUS);
        brush.context().fillRect(0, 0, Math.round(width * Math.clamp(progress.get(), 0, 1)), height);
        return false;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(2, Math.round(HEIGHT_EMS * bar.em()));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        bar.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VALUE ? progress.get()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
