package throttlelab.fxml.timeline;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.WorkerSymbol;

/// Tells beside the mouse what is under it. It is a node of the timeline and not a window of its own, so that it can
/// change with every frame.
final class TimelineNote extends VBox {

    private static final double AWAY = 14;

    private final Label title = new Label();
    private final Label worker = new Label();
    private final WorkerSymbol symbol = new WorkerSymbol();
    private final Label times = new Label();

    TimelineNote(Timeline timeline) {
        getStyleClass().add("timeline-note");
        title.getStyleClass().add("timeline-note-title");
        times.setId("timelineTimes");
        HBox line = new HBox(symbol, worker);
        line.getStyleClass().add("timeline-note-worker");
        getChildren().addAll(title, line, times);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Shows the timeline's detail beside a point, or nothing.
    void show(double x, double y, Timeline timeline) {
        TimelineDetail detail = timeline.detailProperty().get();
        setVisible(detail != null);
        if (detail != null) {
            title.setText(detail.title());
            worker.setText(timeline.name(detail.worker()));
            symbol.setWorker(detail.worker());
            times.setText(TimelineWords.detail(detail));
            autosize();
            double right = x + AWAY + getWidth() > timeline.getWidth() ? x - AWAY - getWidth() : x + AWAY;
            relocate(Math.max(0, right), Math.clamp(y - getHeight() / 2, 0,
                    Math.max(0, timeline.getHeight() - getHeight())));
        }
    }
}
