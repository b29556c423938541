package throttlelab.fxml.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.LabException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.LiveSetup;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.fxml.texts.Texts;

/// The lab behind all tabs: what is loaded, how the next run is set up, and the run that goes on.
///
/// Properties belong to the FX thread. Whatever computes or reads files does so on the thread `lab`; a run has threads
/// of its own. Other view models look at the run when the [Pulse] beats.
public final class LabViewModel implements AutoCloseable {

    /// Milliseconds a stage of the first run takes: about half a minute for fifty tokens.
    public static final double FIRST_TEMPO = 35;

    /// What a profile goes by once a slider was moved.
    public static final String CUSTOM_PROFILE = "custom";
    private static final String RUN_NAME = "run-";

    /// What [#selectedStageProperty()] holds while the present stage is looked at.
    public static final int NOW = -1;

    /// After how many seconds a stage that waits names those who could come and do not, unless somebody has said else.
    public static final double STALL_AFTER = 10;

    private static final int WORKERS = 8;
    /// The slowdown from which on the delay of one worker is longer than all others compute on two processors.
    private static final double SPARE_FACTOR = 5;
    private static final int TOKENS = 50;

    private final ReadOnlyObjectWrapper<LabState> state = new ReadOnlyObjectWrapper<>(LabState.LOADING);
    private final ReadOnlyDoubleWrapper loaded = new ReadOnlyDoubleWrapper(0);
    private final ReadOnlyStringWrapper modelText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ObservableList<PromptItem> prompts = FXCollections.observableArrayList();
    private final ObjectProperty<PromptItem> prompt = new SimpleObjectProperty<>();
    private final StringProperty policy = new SimpleStringProperty(CombinePolicy.CONTENT_ADDRESSED.id());
    private final StringProperty partition = new SimpleStringProperty(PartitionKind.SLICED.id());
    private final DoubleProperty tempo = new SimpleDoubleProperty(FIRST_TEMPO);
    private final IntegerProperty tokens = new SimpleIntegerProperty(TOKENS);
    private final ReadOnlyStringWrapper profile = new ReadOnlyStringWrapper(Profiles.NONE.name());
    private final ObservableList<String> workerNames = FXCollections.observableArrayList();
    private final IntegerProperty selectedPosition = new SimpleIntegerProperty(-1);
    private final IntegerProperty selectedStage = new SimpleIntegerProperty(NOW);
    private final BooleanProperty twin = new SimpleBooleanProperty();
    private final StringProperty twinPolicy = new SimpleStringProperty(CombinePolicy.ARRIVAL_ORDER.id());
    private final DoubleProperty stallAfter = new SimpleDoubleProperty(STALL_AFTER);
    private final ObjectProperty<Path> samples = new SimpleObjectProperty<>();
    private final ObjectProperty<Supplier<Children>> children = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> opened = new SimpleObjectProperty<>();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final BaselineViewModel baseline = new BaselineViewModel();
    private final Pulse pulse = new Pulse(this::look, this::heldBack);
    private final Throttle throttle = new Throttle(Profiles.NONE, WORKERS);
    private final ExecutorService lab = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("lab").daemon(true).unstarted(task));
    private Model model;
    private volatile LiveRun run;
    private volatile LiveRun twinRun;
    private PromptItem runPrompt;
    private String runProfile = Profiles.NONE.name();
    private LiveRun recordedRun;
    private int runNumber;
    private final Map<LiveRun, Recording> runRecordings = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile boolean closed;

    /// A lab with nothing loaded.
    public LabViewModel() {
        for (int worker = 0; worker < WORKERS; worker++) {
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
        state.set(LabState.LOADING);
        problem.set(null);
        loaded.set(0);
        inBackground(() -> {
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
        }, () -> state.set(LabState.FAILED));
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
        modelText.set(read.name() + " · " + read.config().layers() + " layers · " + read.config().experts()
                + " experts");
        taking.run();
        prompts.setAll(items);
        prompt.set(items.getFirst());
        loaded.set(1);
        state.set(LabState.READY);
        problem.set(refusal);
    }

    /// Starts a run as it is set up; `paused` holds it before its first stage. A typed prompt that has no baseline yet is
    /// first run unthrottled, content-addressed and at full speed.
    public void run(boolean paused) {
        if (!state.get().idle() || prompt.get() == null) {
            return;
        }
        state.set(LabState.PREPARING);
        PromptItem item = prompt.get();
        int count = tokens.get();
        boolean wantsBaseline = item.typed() && baseline.of(item).filter(b -> b.length() >= count).isEmpty();
        Tempo runTempo = Tempo.ofMillis(tempo.get());
        PartitionKind kind = PartitionKind.of(partition.get());
        FederationSettings own = new FederationSettings(kind, WORKERS, CombinePolicy.of(policy.get()), runTempo);
        FederationSettings other = twin.get()
                ? new FederationSettings(kind, WORKERS, CombinePolicy.of(twinPolicy.get()), runTempo) : null;
        inBackground(() -> {
            int[] ids = model.tokenizer().encodePrompt(item.text());
            TokenStream expected = wantsBaseline ? BaselineViewModel.make(model, ids, count) : null;
            LiveRun first = LiveRun.start(model, new LiveSetup(own, ids, count, paused), throttle);
            run = first;
            twinRun = null;
            if (other != null) {
                try {
                    twinRun = LiveRun.start(model, new LiveSetup(other, ids, count, paused), throttle);
                } catch (LabException e) {
                    first.close();
                    throw e;
                }
            }
            if (closed) {
                stopRuns();
            }
            return () -> started(item, expected, paused);
        }, () -> state.set(LabState.READY));
    }

    private void started(PromptItem item, TokenStream expected, boolean paused) {
        if (expected != null) {
            baseline.keep(item.text(), expected);
        }
        runPrompt = item;
        runNumber++;
        selectedStage.set(NOW);
        runProfile = profile.get();
        state.set(paused ? LabState.PAUSED : LabState.RUNNING);
        pulse.start(run.setup().settings().tempo().slowMotion() ? Pulse.Pace.FRAMES : Pulse.Pace.FULL_SPEED);
    }

    /// Looks at the run: has it ended?
    private void look() {
        if (state.get().active() && run.ended() && (twinRun == null || twinRun.ended())) {
            run.error().or(() -> Optional.ofNullable(twinRun).flatMap(LiveRun::error)).ifPresent(problem::set);
            state.set(LabState.READY);
            pulse.stop();
        }
    }

    /// Whether some worker is slow enough for the others to wait for it, and the processors with them.
    private boolean heldBack() {
        LiveRun present = run;
        long elapsed = present == null || present.trace().size() == 0 ? 0
                : System.nanoTime() - present.trace().stage(0).began();
        return IntStream.range(0, WORKERS).anyMatch(worker -> throttle.factor(worker, elapsed) >= SPARE_FACTOR);
    }

    /// Holds the run before its next stage.
    public void pause() {
        if (state.get() == LabState.RUNNING) {
            runs().forEach(each -> each.control().pause());
            state.set(LabState.PAUSED);
        }
    }

    /// Lets a held run go on.
    public void resume() {
        if (state.get() == LabState.PAUSED) {
            runs().forEach(each -> each.control().resume());
            state.set(LabState.RUNNING);
        }
    }

    /// Lets one stage pass; begins a held run if there is none.
    public void stepStage() {
        step(each -> each.control().stepStage());
    }

    /// Lets one token come; begins a held run if there is none.
    public void stepToken() {
        step(each -> each.control().stepToken());
    }

    private void step(Consumer<LiveRun> step) {
        if (state.get() == LabState.READY) {
            run(true);
        } else if (state.get().active()) {
            runs().forEach(step);
            state.set(LabState.PAUSED);
        }
    }

    /// Kills a worker of the run that goes on, and of the one beside it: the run waits for it where it needs it.
    public void kill(int worker) {
        if (state.get().active()) {
            runs().forEach(each -> each.kill(worker));
        }
    }

    /// Revives a dead worker of the run that goes on, and of the one beside it.
    public void revive(int worker) {
        if (state.get().active()) {
            runs().forEach(each -> each.revive(worker));
        }
    }

    /// Ends the run; what has come stays to be seen.
    public void stop() {
        stopRuns();
    }

    private void stopRuns() {
        runs().forEach(LiveRun::stop);
    }

    private List<LiveRun> runs() {
        LiveRun second = twinRun;
        return run == null ? List.of() : second == null ? List.of(run) : List.of(run, second);
    }

    /// Takes the lab for a bet or a proof: nothing else is run until [#endBet()], and the pulse beats.
    ///
    /// @return whether it was free
    public boolean beginBet() {
        if (!state.get().idle()) {
            return false;
        }
        state.set(LabState.BETTING);
        pulse.start(Pulse.Pace.BEATS);
        return true;
    }

    /// Gives the lab back after a bet or a proof.
    public void endBet() {
        if (state.get() == LabState.BETTING) {
            state.set(LabState.READY);
            pulse.stop();
        }
    }

    /// Loads a recording as the baseline, in the background.
    public void openBaseline(Path file) {
        inBackground(() -> {
            Recording recording = BaselineViewModel.read(file, model);
            return () -> {
                recordedRun = null;
                baseline.use(recording, file);
            };
        }, () -> { });
    }

    /// Writes the present run as a recording and takes it as the baseline, in the background.
    public void record(Path file) {
        LiveRun present = run;
        PromptItem item = runPrompt;
        if (present == null || item == null) {
            return;
        }
        String name = runProfile;
        inBackground(() -> {
            Recording recording = BaselineViewModel.write(file, model, present, item, name);
            return () -> {
                recordedRun = present;
                baseline.use(recording, file);
            };
        }, () -> { });
    }

    /// Makes the present run a recording that stands in no file; on any thread, and the same one each time. Nothing if no
    /// run is complete.
    public Optional<Supplier<Recording>> recording() {
        LiveRun present = run;
        PromptItem item = runPrompt;
        String name = runProfile;
        String id = RUN_NAME + runNumber;
        Model its = model;
        if (state.get() != LabState.READY || present == null || !present.complete()) {
            return Optional.empty();
        }
        return Optional.of(() -> runRecordings.computeIfAbsent(present,
                made -> BaselineViewModel.recording(id, its, made, item, name)));
    }

    /// Does something on the thread `lab` and ends it on the FX thread; a problem is shown, not thrown.
    ///
    /// @param work gives what is to be done on the FX thread afterwards
    /// @param failed done on the FX thread if there was a problem
    public void inBackground(Supplier<Runnable> work, Runnable failed) {
        lab.execute(() -> {
            try {
                Runnable after = work.get();
                Platform.runLater(after);
            } catch (LabException e) {
                Platform.runLater(() -> {
                    failed.run();
                    problem.set(e);
                });
            } catch (Throwable e) {
                Platform.runLater(failed);
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            }
        });
    }

    /// The text of the tokens up to `end` of a stream of this model.
    public String text(int token) {
        return model.tokenizer().piece(token);
    }

    /// The newest run; empty before the first.
    public Optional<LiveRun> run() {
        return Optional.ofNullable(run);
    }

    /// The second run beside it, if it has one.
    public Optional<LiveRun> twinRun() {
        return Optional.ofNullable(twinRun);
    }

    /// The prompt of the newest run.
    public Optional<PromptItem> runPrompt() {
        return Optional.ofNullable(runPrompt);
    }

    /// The loaded model; `null` until there is one.
    public Model model() {
        return model;
    }

    /// Whether the newest run is what the baseline is a recording of, so that comparing them shows nothing.
    public boolean runIsBaseline() {
        return run != null && run == recordedRun;
    }

    /// The factors in force; changed by [#slow(int, double)] and [#apply(ThrottleProfile)] only.
    public Throttle throttle() {
        return throttle;
    }

    /// Gives a worker its own factor, at once; the profile is custom from then on.
    public void slow(int worker, double factor) {
        throttle.set(worker, factor);
        nameProfile(CUSTOM_PROFILE);
    }

    /// Takes another profile for all workers, at once.
    public void apply(ThrottleProfile other) {
        throttle.apply(other);
        nameProfile(other.name());
    }

    private void nameProfile(String name) {
        profile.set(name);
        if (state.get().active() && !name.equals(runProfile)) {
            runProfile = CUSTOM_PROFILE;
        }
    }

    /// The name of the throttle profile in force; [#CUSTOM_PROFILE] once a slider was moved.
    public ReadOnlyStringProperty profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /// What people call the workers, by number; may be edited.
    public ObservableList<String> workerNames() {
        return workerNames;
    }

    /// The token after the prompt that a person looks at, from 0; −1 for none.
    public IntegerProperty selectedPositionProperty() {
        return selectedPosition;
    }

    /// How many workers there are.
    public int workers() {
        return WORKERS;
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
        return pulse;
    }

    /// What the lab is doing.
    public ReadOnlyObjectProperty<LabState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How much of the model is loaded, from 0 to 1.
    public ReadOnlyDoubleProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// The model in a few words.
    public ReadOnlyStringProperty modelTextProperty() {
        return modelText.getReadOnlyProperty();
    }

    /// The last problem that a person must be told of; `null` if there is none.
    public ReadOnlyObjectProperty<LabException> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Tells a person of a problem. On the FX thread.
    public void tell(LabException trouble) {
        problem.set(trouble);
    }

    /// Says that the problem has been told.
    public void problemTold() {
        problem.set(null);
    }

    /// The folder of what comes with the lab: criteria of bets, baselines; `null` where nobody has said.
    public ObjectProperty<Path> samplesProperty() {
        return samples;
    }

    /// Makes what starts the program in processes of its own; `null` where nobody has said how.
    public ObjectProperty<Supplier<Children>> childrenProperty() {
        return children;
    }

    /// The prompts to choose from.
    public ObservableList<PromptItem> prompts() {
        return prompts;
    }

    /// The prompt of the next run.
    public ObjectProperty<PromptItem> promptProperty() {
        return prompt;
    }

    /// The combine policy of the next run, by its id.
    public StringProperty policyProperty() {
        return policy;
    }

    /// The partition of the next run, by its id.
    public StringProperty partitionProperty() {
        return partition;
    }

    /// Milliseconds of nominal work a stage in the next run; 0 for full speed.
    public DoubleProperty tempoProperty() {
        return tempo;
    }

    /// How many tokens the next run generates.
    public IntegerProperty tokensProperty() {
        return tokens;
    }

    /// Whether the next run has a second one beside it.
    public BooleanProperty twinProperty() {
        return twin;
    }

    /// The combine policy of the second run, by its id.
    public StringProperty twinPolicyProperty() {
        return twinPolicy;
    }

    /// After how many seconds a stage that waits names those who could come and do not; counts from the next run on.
    public DoubleProperty stallAfterProperty() {
        return stallAfter;
    }

    /// The number of a past stage of the run that is looked at, or [#NOW].
    public IntegerProperty selectedStageProperty() {
        return selectedStage;
    }

    /// Has `part` closed together with the lab.
    public void closeWith(AutoCloseable part) {
        parts.add(part);
    }

    /// Ends all threads. Waits for those of a run, which takes milliseconds.
    @Override
    public void close() {
        closed = true;
        pulse.stop();
        parts.forEach(LabViewModel::end);
        runs().forEach(LiveRun::close);
        lab.shutdownNow();
        try {
            lab.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
