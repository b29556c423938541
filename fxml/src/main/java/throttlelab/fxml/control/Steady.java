package throttlelab.fxml.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Room for one region whose content changes many times a second and never needs another size: its changes are laid out
/// here, and nothing around it is measured again but when the size of text changes.
public final class Steady extends EmRegion {

    private final Region content;

    /// Room as large as `content` wants it when it is first asked, or as the style sheet says.
    public Steady(Region content) {
        this.content = content;
        // What is not managed asks nobody above it to be laid out.
        content.setManaged(false);
        getChildren().add(content);
    }

    @Override
    public Orientation getContentBias() {
        return content.getContentBias();
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(content.prefWidth(height));
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(content.prefHeight(width));
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
