package throttlelab.fxml.live;

/// The tab "Live". Its views have controllers of their own.
public final class LiveController {

    /// A tab that only holds its views together.
    public LiveController() {
    }
}
