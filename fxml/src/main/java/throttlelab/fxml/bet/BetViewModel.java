package throttlelab.fxml.bet;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.FederationRunner;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.bet.PlannedRun;
import throttlelab.engine.bet.ResultFile;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.model.Prompt;
import throttlelab.fxml.export.ExportSource;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// Runs the pre-registered bet from the window. It and a live run keep out of each other's way: both want all of the
/// machine, and a bet among other work would measure that work.
public final class BetViewModel {

    /// What the result file is called unless somebody chooses otherwise.
    public static final String RESULT_NAME = ResultFile.NAME;
    /// What a person is offered to call it: a name by which the system knows what opens it.
    static final String SAVED_NAME = RESULT_NAME.replace(".json", ".tlab");

    private static final long LOOK_NANOS = 50_000_000;
    private static final long MEASURE_NANOS = 500_000_000;

    private final LabViewModel lab;
    private final Supplier<FederationRunner> runners;
    private final InstantSource time;
    private final BetSetupViewModel setup;
    private final BetStreamsViewModel streams = new BetStreamsViewModel();
    private final ReadOnlyObjectWrapper<BetPhase> phase = new ReadOnlyObjectWrapper<>(BetPhase.IDLE);
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final BetProgressViewModel progress = new BetProgressViewModel();
    private final ReadOnlyObjectWrapper<BetCells> cells =
            new ReadOnlyObjectWrapper<>(BetCells.pending(List.of(), List.of()));
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<List<ProfileSlowdowns>> slowdowns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<BetVerdict> verdict = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<ExportSource> report = new ReadOnlyObjectWrapper<>();
    private BetRunViewModel run;
    private BetResult result;
    private long looked;
    private long measured;
    /// Whether it is a bet, and not a proof, that has taken the lab.
    private boolean betting;

    /// The bets of a lab.
    public BetViewModel(LabViewModel lab) {
        this(lab, () -> new ModelRunner(lab.model(), FederationOptions.DEFAULT.withPatience(Patience.NONE)),
                InstantSource.system());
    }

    /// Bets of other federations than the lab's own, at another time.
    BetViewModel(LabViewModel lab, Supplier<FederationRunner> runners, InstantSource time) {
        this.lab = lab;
        this.runners = runners;
        this.time = time;
        this.setup = new BetSetupViewModel(lab);
        lab.stateProperty().addListener((property, before, now) -> mayRun());
        setup.planProperty().addListener((property, before, now) -> planned());
        lab.pulse().addOther(this::look);
        lab.closeWith(this::close);
        planned();
    }

    /// Before the first bet the board shows what is to be run; a result stays until the next bet begins.
    private void planned() {
        BetPlan plan = setup.planProperty().get();
        if (plan != null && run == null) {
            cells.set(BetCells.pending(plan.runs().stream().map(PlannedRun::name).toList(),
                    plan.prompts().stream().map(Prompt::id).toList()));
            slowdowns.set(plan.runs().stream()
                    .map(each -> BetRunViewModel.slowdowns(each, plan.federation().workers(), null)).toList());
        }
        mayRun();
    }

    private void mayRun() {
        LabState state = lab.stateProperty().get();
        refusal.set(switch (state) {
            case LOADING -> Texts.get("bet.refused.loading");
            case FAILED -> Texts.get("bet.refused.failed");
            case PREPARING, RUNNING, PAUSED -> Texts.get("bet.refused.live");
            case READY -> setup.planProperty().get() == null ? Texts.get("bet.refused.criteria") : "";
            case BETTING -> betting ? "" : Texts.get("bet.refused.proof");
        });
        runnable.set(state == LabState.READY && refusal.get().isEmpty());
    }

    /// Runs the bet as it is set up.
    public void run() {
        if (!runnable.get()) {
            return;
        }
        betting = true;
        betting = lab.beginBet();
        if (!betting) {
            return;
        }
        streams.close();
        verdict.set(null);
        saved.set("");
        result = null;
        report.set(null);
        run = new BetRunViewModel(runners, setup.planProperty().get(), setup.criteria(),
                lab.samplesProperty().get().resolve("baselines"), time);
        looked = 0;
        measured = 0;
        progress.began();
        cells.set(run.tape());
        slowdowns.set(run.slowdowns());
        phase.set(BetPhase.RUNNING);
        run.start();
    }

    /// Ends the bet soon; what is complete is kept.
    public void cancel() {
        if (phase.get() == BetPhase.RUNNING) {
            run.cancel();
            phase.set(BetPhase.STOPPING);
            progress.stopping();
        }
    }

    /// Looks at the bet: how far is it, has it ended?
    private void look() {
        if (phase.get() == BetPhase.IDLE) {
            return;
        }
        boolean ended = run.ended();
        long now = System.nanoTime();
        if (!ended && now - looked < LOOK_NANOS) {
            return;
        }
        looked = now;
        progress.look(run, phase.get());
        if (ended || now - measured >= MEASURE_NANOS) {
            measured = now;
            slowdowns.set(run.slowdowns());
        }
        streams.look();
        looks.set(looks.get() + 1);
        if (ended) {
            end();
        }
    }

    private void end() {
        phase.set(BetPhase.IDLE);
        progress.ended(run);
        run.result().ifPresent(each -> {
            result = each;
            verdict.set(BetVerdictViewModel.of(each));
            report.set(report(each));
        });
        run.error().ifPresent(each -> {
            progress.failed(each);
            lab.tell(each);
        });
        lab.endBet();
        betting = false;
    }

    private static ExportSource report(BetResult result) {
        return new ExportSource(Texts.get("bet.export.what", result.verdict()), RESULT_NAME.replace(".json", ""),
                room -> {
                    Path file = room.resolve(RESULT_NAME);
                    ResultFile.write(file, result);
                    return List.of(file);
                });
    }

    /// Opens the streams of a cell, if a bet has begun.
    public void open(BetCell cell) {
        if (run != null) {
            streams.open(run, cell);
        }
    }

    /// Writes the result, in the background.
    public void save(Path file) {
        BetResult present = result;
        if (present != null) {
            lab.inBackground(() -> {
                String digest = ResultFile.write(file, present).prefix(8);
                return () -> {
                    saved.set(Texts.get("bet.saved", file, digest));
                    lab.memory().opened(file);
                };
            }, () -> { });
        }
    }

    private void close() throws InterruptedException {
        if (run != null) {
            run.close();
        }
    }

    /// What was laid down, and what is to be run.
    public BetSetupViewModel setup() {
        return setup;
    }

    /// The streams of the cell that is open.
    public BetStreamsViewModel streams() {
        return streams;
    }

    /// How the bet stands.
    public ReadOnlyObjectProperty<BetPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// Whether a bet can be run now.
    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /// Why none can be run now; empty if one can, or goes on.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// How far the bet is.
    public BetProgressViewModel progress() {
        return progress;
    }

    /// All cells: of the bet that goes on or has ended, or of the one to come.
    public ReadOnlyObjectProperty<BetCells> cellsProperty() {
        return cells.getReadOnlyProperty();
    }

    /// Changes whenever the cells may have changed.
    public ReadOnlyLongProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /// How much the workers were slowed down, for each profile.
    public ReadOnlyObjectProperty<List<ProfileSlowdowns>> slowdownsProperty() {
        return slowdowns.getReadOnlyProperty();
    }

    /// What the last bet came to; `null` if there is none yet.
    public ReadOnlyObjectProperty<BetVerdict> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// The last bet, if there is one yet.
    public Optional<BetResult> result() {
        return Optional.ofNullable(result);
    }

    /// What a report on the last bet is made of; `null` if there is none yet.
    public ReadOnlyObjectProperty<ExportSource> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Where the result was written; empty if it was not.
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }
}
