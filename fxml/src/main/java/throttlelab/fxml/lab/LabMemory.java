package throttlelab.fxml.lab;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import throttlelab.fxml.texts.Language;

/// What a lab remembers from one start to the next, its looks left out. The window keeps it in its file of settings; a
/// lab without a window forgets it. On the FX thread.
public final class LabMemory {

    /// How many files are remembered.
    public static final int FILES = 8;

    private final ObservableList<Path> recentFiles = FXCollections.observableArrayList();
    private final ObservableMap<String, String> kept = FXCollections.observableHashMap();
    private final StringProperty typing = new SimpleStringProperty("");
    private final StringProperty unfinished = new SimpleStringProperty("");
    private final BooleanProperty restoring = new SimpleBooleanProperty();
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.SYSTEM);

    LabMemory() {
    }

    /// Whatever a view wants to be kept, by a key that begins with the view's name, such as `lessons.done`. Putting or
    /// removing a value is enough. Short texts, some kilobytes in all.
    public ObservableMap<String, String> kept() {
        return kept;
    }

    /// The files that were opened or written last, the newest first.
    public ObservableList<Path> recentFiles() {
        return recentFiles;
    }

    /// Notes that a file was opened or written.
    public void opened(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        recentFiles.remove(whole);
        recentFiles.addFirst(whole);
        if (recentFiles.size() > FILES) {
            recentFiles.remove(FILES, recentFiles.size());
        }
    }

    /// Forgets a file, as when it is no longer there.
    public void forget(Path file) {
        recentFiles.remove(file.toAbsolutePath().normalize());
    }

    /// Whether the next start begins with the set-up with which this one ends.
    public BooleanProperty restoringProperty() {
        return restoring;
    }

    /// What stands in the field for a prompt of one's own and has not been taken as a prompt yet.
    public StringProperty typingProperty() {
        return typing;
    }

    /// What stood there when the lab was left, to stand there again when the field is next seen; empty if nothing.
    public StringProperty unfinishedProperty() {
        return unfinished;
    }

    /// The language from the next start on.
    public ObjectProperty<Language> languageProperty() {
        return language;
    }
}
