package throttlelab.fxml.timeline;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.PaintedRegion;
import throttlelab.fxml.texts.Texts;

/// The lanes, a scroll bar below them, and a note beside the mouse.
final class TimelineSkin extends SkinBase<Timeline> {

    private static final double LEAST_MOVE = 0.0005;

    private final PaintedRegion painting = new PaintedRegion(this::paint);
    private final ScrollBar bar = new ScrollBar();
    private final TimelineNote note;
    private final TimelineInput input;
    private final ListChangeListener<String> named = change -> painting.repaint();
    private boolean scrolling;

    TimelineSkin(Timeline timeline) {
        super(timeline);
        note = new TimelineNote(timeline);
        input = new TimelineInput(timeline, this::plot);
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setId("timelineScroll");
        bar.setMax(1);
        bar.setAccessibleText(Texts.get("timeline.scroll"));
        getChildren().addAll(painting, bar, note);
        bar.valueProperty().addListener((property, before, now) -> scrolled(now.doubleValue()));
        registerChangeListener(timeline.snapshotProperty(), change -> turned());
        registerChangeListener(timeline.detailProperty(), change -> note.show(input.mouseX(), input.mouseY(), timeline));
        registerChangeListener(timeline.actionsProperty(), change -> resized());
        painting.widthProperty().addListener((property, before, now) -> resized());
        timeline.getWorkerNames().addListener(named);
    }

    @Override
    public void dispose() {
        Timeline timeline = getSkinnable();
        if (timeline != null) {
            timeline.getWorkerNames().removeListener(named);
            input.dispose();
        }
        super.dispose();
    }

    private void turned() {
        TimelineSnapshot shown = getSkinnable().snapshotProperty().get();
        long room = Math.max(0, shown.end() - shown.span());
        double visible = room == 0 ? 1 : shown.span() / (double) shown.end();
        double value = room == 0 ? 0 : shown.start() / (double) room;
        scrolling = true;
        // The bar is laid out anew when it moves; what cannot be seen is not worth that.
        if (Math.abs(bar.getVisibleAmount() - visible) > LEAST_MOVE) {
            bar.setVisibleAmount(visible);
            bar.setUnitIncrement(visible / 10);
            bar.setBlockIncrement(visible);
        }
        if (Math.abs(bar.getValue() - value) > LEAST_MOVE) {
            bar.setValue(value);
        }
        bar.setDisable(room == 0);
        scrolling = false;
        input.again();
        painting.repaint();
    }

    private void scrolled(double value) {
        if (!scrolling) {
            TimelineSnapshot shown = getSkinnable().snapshotProperty().get();
            act(actions -> actions.moveTo(Math.round(value * Math.max(0, shown.end() - shown.span()))));
        }
    }

    private void resized() {
        if (painting.getWidth() > 0) {
            act(actions -> actions.resize((int) plot().width()));
        }
    }

    private void act(Consumer<TimelineActions> action) {
        TimelineActions actions = getSkinnable().actionsProperty().get();
        if (actions != null) {
            action.accept(actions);
        }
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double below = bar.prefHeight(width);
        layoutInArea(painting, x, y, width, height - below, 0, HPos.LEFT, VPos.TOP);
        layoutInArea(bar, x, y + height - below, width, below, 0, HPos.LEFT, VPos.TOP);
        note.toFront();
    }

    private TimelinePlot plot() {
        Timeline timeline = getSkinnable();
        return TimelinePlot.of(timeline.snapshotProperty().get(), Math.max(1, timeline.getWorkerNames().size()),
                painting.getWidth(), painting.getHeight(), painting.em());
    }

    private boolean paint(Brush brush, double width, double height) {
        TimelinePainter.paint(brush, getSkinnable().snapshotProperty().get(), plot());
        return false;
    }
}
