package throttlelab.fxml.timeline;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import throttlelab.fxml.texts.Texts;

/// Binds the timeline to its view model.
public final class TimelineController {

    private static final double ZOOM = 1.6;

    private final TimelineViewModel viewModel;

    @FXML
    private ToggleButton timelineHold;
    @FXML
    private Timeline timeline;

    /// A controller for `viewModel`.
    public TimelineController(TimelineViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        timeline.snapshotProperty().bind(viewModel.snapshotProperty());
        timeline.detailProperty().bind(viewModel.detailProperty());
        Bindings.bindContent(timeline.getWorkerNames(), viewModel.workerNames());
        timeline.actionsProperty().set(viewModel);
        // Where the mouse is at a stage, what the timeline tells of it takes the tooltip's place.
        timeline.tooltipProperty().bind(Bindings.when(timeline.detailProperty().isNull())
                .then(new Tooltip(Texts.get("timeline.tooltip"))).otherwise((Tooltip) null));
        timelineHold.setSelected(!viewModel.followingProperty().get());
        timelineHold.selectedProperty().addListener((property, before, now) -> viewModel.followingProperty().set(!now));
        viewModel.followingProperty().addListener((property, before, now) -> timelineHold.setSelected(!now));
    }

    @FXML
    private void zoomIn() {
        zoom(1 / ZOOM);
    }

    @FXML
    private void zoomOut() {
        zoom(ZOOM);
    }

    private void zoom(double factor) {
        TimelineSnapshot shown = viewModel.snapshotProperty().get();
        viewModel.zoom(factor, shown.start() + shown.span() / 2);
    }

    @FXML
    private void whole() {
        viewModel.whole();
    }
}
