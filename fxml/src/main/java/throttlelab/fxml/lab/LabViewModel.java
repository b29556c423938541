package throttlelab.fxml.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.LabException;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.model.Model;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.fxml.texts.Texts;

/// The lab behind all tabs: what is loaded, how the next run is set up, and the run that goes on.
///
/// Properties belong to the FX thread. Whatever computes or reads files does so on the thread `lab`; a run has threads
/// of its own. Other view models look at the run when the [Pulse] beats.
public final class LabViewModel implements AutoCloseable {

    /// What [#selectedStageProperty()] holds while the present stage is looked at.
    public static final int NOW = -1;

    private final LabWorkViewModel work = new LabWorkViewModel();
    private final SetupViewModel setup = new SetupViewModel();
    private final BaselineViewModel baseline = new BaselineViewModel();
    private final LoadedViewModel loaded = new LoadedViewModel(work, setup, baseline);
    private final IntegerProperty selectedPosition = new SimpleIntegerProperty(-1);
    private final IntegerProperty selectedStage = new SimpleIntegerProperty(NOW);
    private final LabMemory memory = new LabMemory();
    private final RunsViewModel runs = new RunsViewModel(work, loaded, setup, baseline, memory,
            () -> selectedStage.set(NOW));
    private final SetupLineViewModel setupLine = new SetupLineViewModel(loaded, setup);
    private final StringProperty notice = new SimpleStringProperty("");
    private final ObservableList<String> workerNames = FXCollections.observableArrayList();
    private final ObjectProperty<Path> samples = new SimpleObjectProperty<>();
    private final ObjectProperty<Supplier<Children>> children = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> opened = new SimpleObjectProperty<>();
    private final List<AutoCloseable> parts = new ArrayList<>();

    /// A lab with nothing loaded.
    public LabViewModel() {
        for (int worker = 0; worker < setup.workers(); worker++) {
            workerNames.add(Texts.get("lab.worker." + worker));
        }
    }

    /// Loads a model with its prompts and, if there is one, a baseline, in the background.
    ///
    /// @param baselineFile a recording, or `null` for none
    public void load(Path modelDirectory, Path promptsFile, Path baselineFile) {
        LabFiles files = new LabFiles(modelDirectory, promptsFile,
                baselineFile == null ? List.of() : List.of(baselineFile));
        load(() -> files);
    }

    /// Loads a model with its prompts and the first baseline that fits, in the background. If there are baselines and
    /// none fits, the lab is ready all the same, and the first one's refusal is the problem to be told.
    ///
    /// @param files finds the files, in the background, too
    public void load(Supplier<LabFiles> files) {
        loaded.load(files);
    }

    /// How the next run is set up.
    public SetupViewModel setup() {
        return setup;
    }

    /// The set-up of the next run as one line of text.
    public SetupLineViewModel setupLine() {
        return setupLine;
    }

    /// What is remembered from one start to the next.
    public LabMemory memory() {
        return memory;
    }

    /// Something to tell in one sentence that is no problem; empty if there is nothing.
    public StringProperty noticeProperty() {
        return notice;
    }

    /// What begins runs, holds them and ends them.
    public RunsViewModel runs() {
        return runs;
    }

    /// Takes the lab for a bet or a proof: nothing else is run until [#endBet()], and the pulse beats.
    ///
    /// @return whether it was free
    public boolean beginBet() {
        if (!work.state().idle()) {
            return false;
        }
        work.stateProperty().set(LabState.BETTING);
        pulse().start(Pulse.Pace.BEATS);
        return true;
    }

    /// Gives the lab back after a bet or a proof.
    public void endBet() {
        if (work.state() == LabState.BETTING) {
            work.stateProperty().set(LabState.READY);
            pulse().stop();
        }
    }

    /// Does something on the thread `lab` and ends it on the FX thread; a problem is shown, not thrown.
    ///
    /// @param background gives what is to be done on the FX thread afterwards
    /// @param failed done on the FX thread if there was a problem
    public void inBackground(Supplier<Runnable> background, Runnable failed) {
        work.inBackground(background, failed);
    }

    /// The text of a token of this model.
    public String text(int token) {
        return model().tokenizer().piece(token);
    }

    /// The newest run; empty before the first.
    public Optional<LiveRun> run() {
        return runs.run();
    }

    /// The second run beside it, if it has one.
    public Optional<LiveRun> twinRun() {
        return runs.twinRun();
    }

    /// The prompt of the newest run.
    public Optional<PromptItem> runPrompt() {
        return runs.runPrompt();
    }

    /// The loaded model; `null` until there is one.
    public Model model() {
        return loaded.model();
    }

    /// What people call the workers, by number; may be edited.
    public ObservableList<String> workerNames() {
        return workerNames;
    }

    /// The token after the prompt that a person looks at, from 0; −1 for none.
    public IntegerProperty selectedPositionProperty() {
        return selectedPosition;
    }

    /// The number of a past stage of the run that is looked at, or [#NOW].
    public IntegerProperty selectedStageProperty() {
        return selectedStage;
    }

    /// A file that the lab was opened with, as by a double click on it; `null` for none. It is looked at as soon as the
    /// lab is loaded.
    public ObjectProperty<Path> openedProperty() {
        return opened;
    }

    /// The baseline.
    public BaselineViewModel baseline() {
        return baseline;
    }

    /// What lets views look at the run.
    public Pulse pulse() {
        return runs.pulse();
    }

    /// What the lab is doing.
    public ReadOnlyObjectProperty<LabState> stateProperty() {
        return work.stateProperty().getReadOnlyProperty();
    }

    /// How much of the model is loaded, from 0 to 1.
    public ReadOnlyDoubleProperty loadedProperty() {
        return loaded.loadedProperty();
    }

    /// The model in a few words.
    public ReadOnlyStringProperty modelTextProperty() {
        return loaded.modelTextProperty();
    }

    /// The last problem that a person must be told of; `null` if there is none.
    public ReadOnlyObjectProperty<LabException> problemProperty() {
        return work.problemProperty().getReadOnlyProperty();
    }

    /// Tells a person of a problem. On the FX thread.
    public void tell(LabException trouble) {
        work.problemProperty().set(trouble);
    }

    /// Says that the problem has been told.
    public void problemTold() {
        work.problemProperty().set(null);
    }

    /// The folder of what comes with the lab: criteria of bets, baselines; `null` where nobody has said.
    public ObjectProperty<Path> samplesProperty() {
        return samples;
    }

    /// Makes what starts the program in processes of its own; `null` where nobody has said how.
    public ObjectProperty<Supplier<Children>> childrenProperty() {
        return children;
    }

    /// Has `part` closed together with the lab.
    public void closeWith(AutoCloseable part) {
        parts.add(part);
    }

    /// Ends all threads. Waits for those of a run, which takes milliseconds.
    @Override
    public void close() {
        pulse().stop();
        parts.forEach(LabViewModel::end);
        runs.close();
        work.close();
    }

    /// One part that cannot be closed must not keep the others open.
    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
        }
    }
}
