package throttlelab.fxml.lab;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.lesson.Suspect;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.LiveSetup;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;

/// The run that goes on or has ended, and the one beside it: begins them, holds them, steps them, ends them, and makes
/// recordings of them.
public final class RunsViewModel implements AutoCloseable {

    private static final String RUN_NAME = "run-";
    /// Nobody has to be told of a dead worker: somebody watches.
    private static final FederationOptions USUAL = FederationOptions.DEFAULT.withPatience(Patience.WATCHED);
    /// The slowdown from which on the delay of one worker is longer than all others compute on two processors.
    private static final double SPARE_FACTOR = 5;

    private final LabWorkViewModel work;
    private final LoadedViewModel loaded;
    private final SetupViewModel setup;
    private final BaselineViewModel baseline;
    private final LabMemory memory;
    private final Runnable began;
    private final Pulse pulse = new Pulse(this::look, this::sparing);
    private final Map<LiveRun, Recording> runRecordings = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile LiveRun run;
    private volatile LiveRun twinRun;
    private volatile boolean closed;
    private volatile Suspect suspect;
    private PromptItem runPrompt;
    private String runProfile = Profiles.NONE.name();
    private LiveRun recordedRun;
    private final ReadOnlyBooleanWrapper earlier = new ReadOnlyBooleanWrapper();
    private int runNumber;

    /// @param began told on the FX thread that another run is there, before anybody looks at it
    RunsViewModel(LabWorkViewModel work, LoadedViewModel loaded, SetupViewModel setup, BaselineViewModel baseline,
            LabMemory memory, Runnable began) {
        this.work = work;
        this.loaded = loaded;
        this.setup = setup;
        this.baseline = baseline;
        this.memory = memory;
        this.began = began;
        setup.profileProperty().subscribe(this::profileChanged);
    }

    /// A run goes by its profile as long as nobody has touched it since.
    private void profileChanged(String name) {
        if (work.state().active() && !name.equals(runProfile)) {
            runProfile = SetupViewModel.CUSTOM_PROFILE;
        }
    }

    /// Starts a run as it is set up; `paused` holds it before its first stage. A typed prompt that has no baseline yet is
    /// first run unthrottled, content-addressed and at full speed.
    public void start(boolean paused) {
        if (!work.state().idle() || setup.promptProperty().get() == null) {
            return;
        }
        work.stateProperty().set(LabState.PREPARING);
        PromptItem item = setup.promptProperty().get();
        int count = setup.tokensProperty().get();
        boolean wantsBaseline = item.typed() && baseline.of(item).filter(b -> b.length() >= count).isEmpty();
        Tempo runTempo = Tempo.ofMillis(setup.tempoProperty().get());
        PartitionKind kind = PartitionKind.of(setup.partitionProperty().get());
        FederationSettings own = new FederationSettings(kind, setup.workers(),
                CombinePolicy.of(setup.policyProperty().get()), runTempo);
        FederationSettings other = setup.twinProperty().get() ? new FederationSettings(kind, setup.workers(),
                CombinePolicy.of(setup.twinPolicyProperty().get()), runTempo) : null;
        Supplier<Suspect> suspects = setup.suspectsProperty().get();
        boolean held = paused || !runTempo.slowMotion();
        work.inBackground(() -> {
            Model model = loaded.model();
            int[] ids = model.tokenizer().encodePrompt(item.text());
            TokenStream expected = wantsBaseline ? BaselineViewModel.make(model, ids, count) : null;
            Suspect wrong = suspects == null ? null : suspects.get();
            LiveRun first = LiveRun.start(model, new LiveSetup(own, ids, count, held), setup.throttle(),
                    wrong == null ? USUAL : wrong.in(USUAL));
            suspect = wrong;
            run = first;
            twinRun = null;
            if (other != null) {
                try {
                    twinRun = LiveRun.start(model, new LiveSetup(other, ids, count, held), setup.throttle());
                } catch (LabException e) {
                    first.close();
                    throw e;
                }
            }
            if (closed) {
                stop();
            }
            return () -> started(item, expected, paused);
        }, () -> work.stateProperty().set(LabState.READY));
    }

    private void started(PromptItem item, TokenStream expected, boolean paused) {
        if (expected != null) {
            baseline.keep(item.text(), expected);
        }
        runPrompt = item;
        runNumber++;
        earlier.set(false);
        began.run();
        runProfile = setup.profileProperty().get();
        work.stateProperty().set(paused ? LabState.PAUSED : LabState.RUNNING);
        boolean slow = run.setup().settings().tempo().slowMotion();
        pulse.start(slow ? Pulse.Pace.FRAMES : Pulse.Pace.FULL_SPEED);
        if (!slow) {
            // Most views look at the run much later: until then they show nothing, and not what the run before came to. All
            // of it is painted before the first stage, not beside it.
            pulse.beat();
        }
        if (!paused && run.control().paused()) {
            LiveRun shown = run;
            pulse.whenPainted(() -> begin(shown));
        }
    }

    /// Lets a run go on that was held until it was painted, if nobody has held or ended it since.
    private void begin(LiveRun shown) {
        if (run == shown && work.state() == LabState.RUNNING) {
            runs().forEach(each -> each.control().resume());
        }
    }

    /// Looks at the run: has it ended?
    private void look() {
        if (work.state().active() && run.ended() && (twinRun == null || twinRun.ended())) {
            run.error().or(() -> Optional.ofNullable(twinRun).flatMap(LiveRun::error))
                    .ifPresent(work.problemProperty()::set);
            work.stateProperty().set(LabState.READY);
            pulse.stop();
        }
    }

    /// Whether the run leaves processors free for those who look at it.
    private boolean sparing() {
        return work.state() == LabState.PAUSED || heldBack();
    }

    /// Whether some worker is slow enough for the others to wait for it, and the processors with them.
    private boolean heldBack() {
        LiveRun present = run;
        long elapsed = present == null || present.trace().size() == 0 ? 0
                : System.nanoTime() - present.trace().stage(0).began();
        return IntStream.range(0, setup.workers())
                .anyMatch(worker -> setup.throttle().factor(worker, elapsed) >= SPARE_FACTOR);
    }

    /// Holds the run before its next stage.
    public void pause() {
        if (work.state() == LabState.RUNNING) {
            runs().forEach(each -> each.control().pause());
            work.stateProperty().set(LabState.PAUSED);
        }
    }

    /// Lets a held run go on.
    public void resume() {
        if (work.state() == LabState.PAUSED) {
            runs().forEach(each -> each.control().resume());
            work.stateProperty().set(LabState.RUNNING);
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
        if (work.state() == LabState.READY) {
            start(true);
        } else if (work.state().active()) {
            runs().forEach(step);
            work.stateProperty().set(LabState.PAUSED);
        }
    }

    /// Kills a worker of the run that goes on, and of the one beside it: the run waits for it where it needs it.
    public void kill(int worker) {
        if (work.state().active()) {
            runs().forEach(each -> each.kill(worker));
        }
    }

    /// Revives a dead worker of the run that goes on, and of the one beside it.
    public void revive(int worker) {
        if (work.state().active()) {
            runs().forEach(each -> each.revive(worker));
        }
    }

    /// Ends the run; what has come stays to be seen.
    public void stop() {
        runs().forEach(LiveRun::stop);
    }

    private List<LiveRun> runs() {
        LiveRun second = twinRun;
        return run == null ? List.of() : second == null ? List.of(run) : List.of(run, second);
    }

    /// Loads a recording as the baseline, in the background.
    public void openBaseline(Path file) {
        work.inBackground(() -> {
            Recording recording = BaselineViewModel.read(file, loaded.model());
            return () -> {
                recordedRun = null;
                baseline.use(recording, file);
                memory.opened(file);
            };
        }, () -> { });
    }

    /// Writes the present run as a recording and takes it as the baseline, in the background, if it is [#recordable()].
    public void record(Path file) {
        LiveRun present = run;
        PromptItem item = runPrompt;
        if (item == null || !recordable()) {
            return;
        }
        String name = runProfile;
        work.inBackground(() -> {
            Recording recording = BaselineViewModel.write(file, loaded.model(), present, item, name);
            return () -> {
                recordedRun = present;
                baseline.use(recording, file);
                memory.opened(file);
            };
        }, () -> { });
    }

    /// Whether there is a whole run to make a recording of. One with which something is wrong on purpose is none: its
    /// recording would not say so.
    public boolean recordable() {
        LiveRun present = run;
        return work.state() == LabState.READY && present != null && present.complete() && suspect == null;
    }

    /// Makes the present run a recording that stands in no file; on any thread, and the same one each time. Nothing if it
    /// is not [#recordable()].
    public Optional<Supplier<Recording>> recording() {
        LiveRun present = run;
        PromptItem item = runPrompt;
        String name = runProfile;
        String id = RUN_NAME + runNumber;
        Model its = loaded.model();
        if (!recordable()) {
            return Optional.empty();
        }
        return Optional.of(() -> runRecordings.computeIfAbsent(present,
                made -> BaselineViewModel.recording(id, its, made, item, name)));
    }

    /// Says that something else has begun since the newest run, if there is one: what it showed does not belong to it.
    public void putBehind() {
        earlier.set(run != null);
    }

    /// Whether something else has begun since the newest run.
    public ReadOnlyBooleanProperty earlierProperty() {
        return earlier.getReadOnlyProperty();
    }

    /// What is wrong on purpose with the newest run; nothing outside of lessons.
    public Optional<Suspect> suspect() {
        return Optional.ofNullable(suspect);
    }

    /// Whether the newest run is what the baseline is a recording of, so that comparing them shows nothing.
    public boolean runIsBaseline() {
        return run != null && run == recordedRun;
    }

    /// The newest run; empty before the first.
    Optional<LiveRun> run() {
        return Optional.ofNullable(run);
    }

    /// The second run beside it, if it has one.
    Optional<LiveRun> twinRun() {
        return Optional.ofNullable(twinRun);
    }

    /// The prompt of the newest run.
    Optional<PromptItem> runPrompt() {
        return Optional.ofNullable(runPrompt);
    }

    /// What lets views look at the run.
    Pulse pulse() {
        return pulse;
    }

    /// Ends the runs' threads and waits for them, which takes milliseconds.
    @Override
    public void close() {
        closed = true;
        pulse.stop();
        runs().forEach(LiveRun::close);
    }
}
