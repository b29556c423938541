package throttlelab.fxml.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.recording.Recording;
import throttlelab.fxml.texts.Texts;

/// What is loaded: a model, its prompts, its baseline.
final class LoadedViewModel {

    private final LabWorkViewModel work;
    private final SetupViewModel setup;
    private final BaselineViewModel baseline;
    private final ReadOnlyDoubleWrapper loaded = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper modelText = new ReadOnlyStringWrapper("");
    private Model model;

    /// @param setup gets the prompts
    /// @param baseline gets the baseline
    LoadedViewModel(LabWorkViewModel work, SetupViewModel setup, BaselineViewModel baseline) {
        this.work = work;
        this.setup = setup;
        this.baseline = baseline;
    }

    /// See [LabViewModel#load(Supplier)].
    void load(Supplier<LabFiles> files) {
        work.stateProperty().set(LabState.LOADING);
        work.problemProperty().set(null);
        loaded.set(0);
        work.inBackground(() -> {
            LabFiles found = files.get();
            Model read = read(found.model());
            List<PromptItem> items = Prompts.read(found.prompts()).stream()
                    .map(p -> new PromptItem(p.id(), p.text())).toList();
            LabException refusal = null;
            for (Path file : found.baselines()) {
                try {
                    Recording recording = BaselineViewModel.read(file, read);
                    return () -> ready(read, items, () -> baseline.use(recording, file), null);
                } catch (LabException e) {
                    refusal = refusal == null ? e : refusal;
                }
            }
            LabException first = refusal;
            return () -> ready(read, items, () -> { }, first);
        }, () -> work.stateProperty().set(LabState.FAILED));
    }

    private Model read(Path directory) {
        double[] shown = {0};
        return Model.load(directory, (parameters, total) -> {
            double share = parameters / (double) total;
            if (share - shown[0] >= 0.01) {
                shown[0] = share;
                Platform.runLater(() -> loaded.set(share));
            }
        });
    }

    /// @param taking takes the baseline, if there is one
    private void ready(Model read, List<PromptItem> items, Runnable taking, LabException refusal) {
        model = read;
        modelText.set(Texts.get("lab.model", read.name(), read.config().layers(), read.config().experts()));
        taking.run();
        setup.prompts().setAll(items);
        setup.promptProperty().set(items.getFirst());
        loaded.set(1);
        work.stateProperty().set(LabState.READY);
        work.problemProperty().set(refusal);
    }

    /// The loaded model; `null` until there is one.
    Model model() {
        return model;
    }

    /// How much of the model is loaded, from 0 to 1.
    ReadOnlyDoubleProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// The model in a few words.
    ReadOnlyStringProperty modelTextProperty() {
        return modelText.getReadOnlyProperty();
    }
}
