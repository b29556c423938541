package throttlelab.fxml.live;

import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.EmRegion;
import throttlelab.fxml.control.Paging;
import throttlelab.fxml.control.Viewports;

/// Arranges the views around a run: three columns where there is room, two where there is less, and one below the other
/// where there is hardly any. What does not fit is scrolled to, never cut off.
public final class LiveColumns extends EmRegion {

    private static final double THREE_COLUMNS_EMS = 74;
    private static final double TWO_COLUMNS_EMS = 52;
    /// The arrangement of a presentation.
    private static final int PRESENTED = 4;
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("presented");
    private static final PseudoClass TWO_COLUMNS = PseudoClass.getPseudoClass("two-columns");

    private final VBox left = column("live-side");
    private final VBox centre = column("live-centre");
    private final VBox right = column("live-side");
    private final ScrollPane leftScroll = scroll(left, "live-left");
    private final ScrollPane centreScroll = scroll(centre, "live-middle");
    private final ScrollPane rightScroll = scroll(right, "live-right");
    private final HBox columns = new HBox();
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
    private Region workers;
    private Region barrier;
    private Region timeline;
    private Region streams;
    private Region verdict;
    private int arranged;

    /// Columns without views.
    public LiveColumns() {
        getStyleClass().add("live-columns");
        columns.getStyleClass().add("live-row");
        HBox.setHgrow(centreScroll, Priority.ALWAYS);
        getChildren().add(columns);
        widthProperty().addListener(property -> fit());
        presenting.addListener(property -> fit());
    }

    private static VBox column(String styleClass) {
        VBox column = new VBox();
        column.getStyleClass().addAll("live-column", styleClass);
        return column;
    }

    private static ScrollPane scroll(VBox column, String styleClass) {
        ScrollPane scroll = new ScrollPane(column);
        scroll.getStyleClass().addAll("edge-to-edge", "live-scroll", styleClass);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        Paging.listen(scroll, scroll);
        Viewports.paintDirectly(scroll);
        return scroll;
    }

    private void fit() {
        double ems = ems(getWidth());
        int wanted = presenting.get() ? PRESENTED : ems >= THREE_COLUMNS_EMS ? 3 : ems >= TWO_COLUMNS_EMS ? 2 : 1;
        if (wanted != arranged && views().stream().allMatch(view -> view != null)) {
            arranged = wanted;
            pseudoClassStateChanged(TWO_COLUMNS, wanted == 2);
            pseudoClassStateChanged(SHOWN, wanted == PRESENTED);
            arrange(wanted);
        }
    }

    private List<Region> views() {
        return Arrays.asList(workers, barrier, timeline, streams, verdict);
    }

    private void arrange(int count) {
        List.of(left, centre, right).forEach(column -> column.getChildren().clear());
        switch (count) {
            case 3 -> {
                left.getChildren().setAll(workers);
                centre.getChildren().setAll(barrier, timeline, streams);
                right.getChildren().setAll(verdict);
                columns.getChildren().setAll(leftScroll, centreScroll, rightScroll);
            }
            case PRESENTED -> {
                centre.getChildren().setAll(barrier, streams);
                right.getChildren().setAll(verdict);
                columns.getChildren().setAll(centreScroll, rightScroll);
            }
            case 2 -> {
                left.getChildren().setAll(verdict, workers);
                centre.getChildren().setAll(barrier, timeline, streams);
                columns.getChildren().setAll(leftScroll, centreScroll);
            }
            default -> {
                centre.getChildren().setAll(barrier, verdict, workers, timeline, streams);
                columns.getChildren().setAll(centreScroll);
            }
        }
        // The style sheet says how far the first two may grow; what is left is for the streams.
        List.of(barrier, timeline, streams).forEach(view -> VBox.setVgrow(view, Priority.ALWAYS));
        // Where all is in one column, nothing in it has a scroll bar of its own.
        List.of(workers, verdict).forEach(view -> {
            view.minHeightProperty().unbind();
            view.setMinHeight(count == 1 ? USE_PREF_SIZE : USE_COMPUTED_SIZE);
        });
        if (count == 1 && verdict instanceof ScrollPane pane) {
            // A scroll pane does not ask how high its content is at its width.
            pane.minHeightProperty().bind(Bindings.createDoubleBinding(
                    () -> pane.getContent().getLayoutBounds().getHeight() + pane.snappedTopInset()
                            + pane.snappedBottomInset(), pane.getContent().layoutBoundsProperty()));
        }
        VBox.setVgrow(workers, count == 1 ? Priority.NEVER : Priority.ALWAYS);
        VBox.setVgrow(verdict, count == 3 || count == PRESENTED ? Priority.ALWAYS : Priority.NEVER);
    }

    /// Whether only barrier, streams and verdict are shown.
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /// The workers.
    public void setWorkers(Region view) {
        workers = view;
    }

    /// The workers.
    public Region getWorkers() {
        return workers;
    }

    /// The stage barrier.
    public void setBarrier(Region view) {
        barrier = view;
    }

    /// The stage barrier.
    public Region getBarrier() {
        return barrier;
    }

    /// The timeline.
    public void setTimeline(Region view) {
        timeline = view;
    }

    /// The timeline.
    public Region getTimeline() {
        return timeline;
    }

    /// The streams.
    public void setStreams(Region view) {
        streams = view;
    }

    /// The streams.
    public Region getStreams() {
        return streams;
    }

    /// The verdict.
    public void setVerdict(Region view) {
        verdict = view;
    }

    /// The verdict.
    public Region getVerdict() {
        return verdict;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        fit();
        columns.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
