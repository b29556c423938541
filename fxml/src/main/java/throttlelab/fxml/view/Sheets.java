package throttlelab.fxml.view;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Sheets that lie over the window, the last one on top. They stand in for dialogs that block: whoever shows one goes
/// on at once.
public final class Sheets {

    private final ObservableList<Node> shown = FXCollections.observableArrayList();
    private final ObservableList<Node> view = FXCollections.unmodifiableObservableList(shown);

    /// Shows a sheet on top of what is there; one that is shown already stays where it is.
    public void show(Node sheet) {
        if (!shown.contains(sheet)) {
            shown.add(sheet);
        }
    }

    /// Takes a sheet away.
    public void close(Node sheet) {
        shown.remove(sheet);
    }

    /// Takes the sheet on top away, if there is one.
    public void closeTop() {
        if (!shown.isEmpty()) {
            shown.removeLast();
        }
    }

    /// Whether a sheet lies over the window, so that the window itself takes no keys.
    public boolean open() {
        return !shown.isEmpty();
    }

    /// The sheets, the last one on top.
    public ObservableList<Node> shown() {
        return view;
    }
}
