package throttlelab.fxml.bet;

import javafx.scene.layout.Region;

/// A bar as long as what was measured, with a mark at what was set.
final class SlowdownBar extends Region {

    private final Region measured = new Region();
    private final Region set = new Region();
    private double setShare;
    private double measuredShare;

    SlowdownBar(int worker) {
        getStyleClass().add("slowdown-bar");
        measured.getStyleClass().addAll("slowdown-fill", "slowdown-fill-" + worker);
        set.getStyleClass().add("slowdown-mark");
        getChildren().addAll(measured, set);
    }

    /// Both as shares of the whole length.
    void show(double setTo, double found) {
        setShare = setTo;
        measuredShare = found;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double thick = Math.max(2, Math.round(height / 6));
        measured.resizeRelocate(0, Math.round(height * 0.15), snapSizeX(measuredShare * getWidth()),
                Math.round(height * 0.7));
        set.resizeRelocate(snapPositionX(setShare * getWidth() - thick / 2), 0, thick, height);
    }
}
