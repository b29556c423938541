package throttlelab.fxml.live;

import javafx.fxml.FXML;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import throttlelab.fxml.present.PresentViewModel;

/// The tab "Live". Its views have controllers of their own.
public final class LiveController {

    private final PresentViewModel present;

    @FXML
    private BorderPane live;
    @FXML
    private LiveColumns liveColumns;

    /// A tab that only holds its views together; in a presentation it leaves out what cannot be read from far away.
    public LiveController(PresentViewModel present) {
        this.present = present;
    }

    @FXML
    private void initialize() {
        liveColumns.presentingProperty().bind(present.presentingProperty());
        Region transport = (Region) live.getBottom();
        transport.visibleProperty().bind(present.presentingProperty().not());
        transport.managedProperty().bind(transport.visibleProperty());
    }
}
