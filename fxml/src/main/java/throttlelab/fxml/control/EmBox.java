package throttlelab.fxml.control;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// A box around one region that tells how many em fit beside each other in it, so that others can leave out what has no
/// room.
public final class EmBox extends EmRegion {

    private final ReadOnlyDoubleWrapper ems = new ReadOnlyDoubleWrapper(this, "ems", 1000);
    private Region content;

    /// An empty box.
    public EmBox() {
        widthProperty().addListener(property -> ems.set(ems(getWidth())));
    }

    /// How many em fit beside each other.
    public ReadOnlyDoubleProperty emsProperty() {
        return ems.getReadOnlyProperty();
    }

    /// What is in the box.
    public void setContent(Region region) {
        content = region;
        getChildren().setAll(region);
    }

    /// What is in the box.
    public Region getContent() {
        return content;
    }

    @Override
    public Orientation getContentBias() {
        return content.getContentBias();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return content.minHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        ems.set(ems(getWidth()));
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
