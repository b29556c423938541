package throttlelab.fxml.loading;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// The loading of the model.
public final class LoadingViewModel {

    private final LabViewModel lab;
    private final Runnable load;
    private final BooleanBinding failed;
    private final BooleanBinding waiting;
    private final ObservableStringValue text;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param load loads, once more after a failure
    public LoadingViewModel(LabViewModel lab, Runnable load) {
        this.lab = lab;
        this.load = load;
        failed = lab.stateProperty().isEqualTo(LabState.FAILED);
        waiting = lab.stateProperty().isEqualTo(LabState.LOADING).or(failed);
        text = Bindings.createStringBinding(
                () -> Texts.get("loading.progress", (int) Math.round(100 * lab.loadedProperty().get())),
                lab.loadedProperty());
        // An unexpected failure has no sentence of its own; it is told with its details elsewhere.
        lab.stateProperty().addListener((property, before, now) ->
                problem.set(now == LabState.FAILED ? Texts.get("loading.unexpected") : ""));
        lab.problemProperty().addListener((property, before, now) -> {
            if (now != null && failed.get()) {
                problem.set(now.sentence().in(Texts.locale()));
                lab.problemTold();
            }
        });
    }

    /// Tries again.
    public void again() {
        load.run();
    }

    /// Whether there is nothing to work with yet.
    public ObservableBooleanValue waitingProperty() {
        return waiting;
    }

    /// Whether loading failed.
    public ObservableBooleanValue failedProperty() {
        return failed;
    }

    /// How much is loaded, from 0 to 1.
    public ReadOnlyDoubleProperty loadedProperty() {
        return lab.loadedProperty();
    }

    /// How much is loaded, in words.
    public ObservableStringValue textProperty() {
        return text;
    }

    /// Why it failed.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
