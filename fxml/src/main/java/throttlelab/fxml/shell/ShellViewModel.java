package throttlelab.fxml.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import throttlelab.engine.LabException;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Texts;

/// What the frame tells: the model, and the baseline that stands for the prompt in question.
public final class ShellViewModel {

    private final LabViewModel lab;
    private final ReadOnlyStringWrapper baselineText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper baselineHelp = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper baselineMissing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();

    /// The frame of a lab.
    public ShellViewModel(LabViewModel lab) {
        this.lab = lab;
        InvalidationListener look = property -> look();
        List.of(lab.stateProperty(), lab.setup().promptProperty(), lab.baseline().nameProperty())
                .forEach(each -> each.addListener(look));
        look();
    }

    private void look() {
        LabState state = lab.stateProperty().get();
        loaded.set(state != LabState.LOADING && state != LabState.FAILED);
        PromptItem item = state.active() ? lab.runPrompt().orElse(null) : lab.setup().promptProperty().get();
        boolean known = item != null && lab.baseline().of(item).isPresent();
        String recorded = lab.baseline().nameProperty().get();
        baselineMissing.set(loaded.get() && !known && (item == null || !item.typed()));
        if (item != null && lab.baseline().madeOnTheSpot(item)) {
            tell("made");
        } else if (item != null && item.typed() && !known) {
            tell("toBeMade");
        } else if (recorded.isEmpty()) {
            tell("none");
        } else {
            tell(known ? "recorded" : "lacking", recorded);
        }
    }

    private void tell(String what, Object... values) {
        baselineText.set(Texts.get("shell.baseline." + what, values));
        baselineHelp.set(Texts.get("shell.baseline." + what + ".tip", values));
    }

    /// The file that the lab was opened with, if there is one and the lab is loaded; it is given out once.
    Optional<Path> takeOpened() {
        Optional<Path> file = loaded.get() ? Optional.ofNullable(lab.openedProperty().get()) : Optional.empty();
        file.ifPresent(taken -> lab.openedProperty().set(null));
        return file;
    }

    /// Takes a file as the baseline, if there is a model to compare it with.
    public void openBaseline(Path file) {
        if (loaded.get()) {
            lab.runs().openBaseline(file);
        }
    }

    /// Whether there is a run that could become the baseline.
    public boolean recordable() {
        return lab.runs().recordable();
    }

    /// A file name for the present run.
    public String proposedName() {
        String prompt = lab.runPrompt().map(PromptItem::id).orElse("run");
        String policy = lab.run().map(run -> run.setup().settings().policy().id()).orElse("");
        return prompt + "-" + policy + ".tlab";
    }

    /// Writes the present run and takes it as the baseline.
    public void record(Path file) {
        lab.runs().record(file);
    }

    /// The one file of several that were dropped on the window that can be a baseline: the only one there is.
    public Optional<Path> baselineAmong(List<Path> files) {
        return files.size() == 1 && loaded.get() ? Optional.of(files.getFirst()) : Optional.empty();
    }

    /// The set-up of the next run as one line; what hinders it is told.
    public Optional<String> setupLine() {
        try {
            return Optional.of(lab.setupLine().text());
        } catch (LabException e) {
            lab.tell(e);
            return Optional.empty();
        }
    }

    /// Sets the next run up as a line says; what hinders it is told.
    ///
    /// @return whether it is set up so
    public boolean takeSetup(String line) {
        try {
            lab.setupLine().take(line);
            return true;
        } catch (LabException e) {
            lab.tell(e);
            return false;
        }
    }

    /// The files that were opened or written last, the newest first.
    public ObservableList<Path> recentFiles() {
        return lab.memory().recentFiles();
    }

    /// Something to tell that is no problem; empty if there is nothing.
    public StringProperty noticeProperty() {
        return lab.noticeProperty();
    }

    /// The model in a few words.
    public ReadOnlyStringProperty modelTextProperty() {
        return lab.modelTextProperty();
    }

    /// The baseline in a few words.
    public ReadOnlyStringProperty baselineTextProperty() {
        return baselineText.getReadOnlyProperty();
    }

    /// What there is to say about the baseline.
    public ReadOnlyStringProperty baselineHelpProperty() {
        return baselineHelp.getReadOnlyProperty();
    }

    /// Whether there is nothing to compare a run with.
    public ReadOnlyBooleanProperty baselineMissingProperty() {
        return baselineMissing.getReadOnlyProperty();
    }

    /// Whether there is something to work with.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}
