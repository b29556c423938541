package throttlelab.fxml.workers;

import javafx.scene.layout.Region;

/// A bar that is filled by a share.
final class ShareBar extends Region {

    private final Region fill = new Region();
    private int percent;

    ShareBar() {
        getStyleClass().add("share-bar");
        fill.getStyleClass().add("share-bar-fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setMouseTransparent(true);
    }

    void setPercent(int now) {
        percent = now;
        layoutChildren();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, Math.round(getWidth() * percent / 100), getHeight());
    }
}
