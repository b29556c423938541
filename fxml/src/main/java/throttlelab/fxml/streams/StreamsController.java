package throttlelab.fxml.streams;

import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import org.controlsfx.control.PopOver;
import throttlelab.fxml.texts.Texts;

/// Binds the streams to their view model, and shows all about a token where it stands.
public final class StreamsController {

    private final StreamsViewModel streams;
    private PopOver popOver;

    @FXML
    private StreamGrid streamsGrid;

    /// A controller of a view model.
    public StreamsController(StreamsViewModel streams) {
        this.streams = streams;
    }

    @FXML
    private void initialize() {
        streamsGrid.linesProperty().bind(streams.linesProperty());
        streamsGrid.revisionProperty().bind(streams.revisionProperty());
        streamsGrid.selectedProperty().bindBidirectional(streams.selectedProperty());
        streamsGrid.onDetailsProperty().set(this::open);
        streams.selectedProperty().subscribe(position -> selected(position.intValue()));
    }

    private void selected(int position) {
        streamsGrid.setAccessibleText(position < 0 ? Texts.get("streams.grid")
                : Texts.get("streams.grid.selected", position + 1, streams.details(position).verdict()));
        if (popOver != null && popOver.isShowing()) {
            if (position < 0) {
                popOver.hide();
            } else {
                open(position);
            }
        }
    }

    private void open(int position) {
        Bounds cell = streamsGrid.boundsOf(position).map(streamsGrid::localToScreen).orElse(null);
        if (cell == null) {
            return;
        }
        if (popOver == null) {
            popOver = new PopOver();
            popOver.getStyleClass().add("token-details-popover");
            popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
            popOver.setDetachable(false);
            popOver.setAnimated(false);
            popOver.setAutoHide(true);
        }
        popOver.setContentNode(new DetailsPane(streams.details(position)));
        popOver.show(streamsGrid, (cell.getMinX() + cell.getMaxX()) / 2, cell.getMinY());
    }
}
