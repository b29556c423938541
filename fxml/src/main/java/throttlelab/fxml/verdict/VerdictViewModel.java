package throttlelab.fxml.verdict;

import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// The verdict on the run and its twin, and what was measured.
public final class VerdictViewModel {

    /// Often enough to be at once for a person, seldom enough to be read.
    private static final long READ_NANOS = 350_000_000;

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<VerdictState> verdict = new ReadOnlyObjectWrapper<>(none());
    private final ReadOnlyObjectWrapper<VerdictState> twin = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Measurements> measurements = new ReadOnlyObjectWrapper<>(Measurements.NOTHING);
    private final ReadOnlyBooleanWrapper recordable = new ReadOnlyBooleanWrapper();
    private JudgedRunViewModel judged;
    private JudgedRunViewModel judgedTwin;
    private long read;

    /// The verdict of a lab.
    public VerdictViewModel(LabViewModel lab) {
        this.lab = lab;
        lab.pulse().add(() -> look(false));
        Stream.of(lab.stateProperty(), lab.baseline().nameProperty())
                .forEach(property -> property.addListener((observable, before, now) -> look(true)));
        lab.runs().earlierProperty().addListener((observable, before, now) -> look(true));
        look(true);
    }

    private static VerdictState none() {
        return new VerdictState(Outcome.NONE, false, false, "", "", Texts.get("verdict.none"), -1);
    }

    private void look(boolean now) {
        LiveRun run = lab.run().orElse(null);
        recordable.set(lab.runs().recordable());
        long time = System.nanoTime();
        if (run == null || lab.runPrompt().isEmpty() || !now && time - read < READ_NANOS) {
            return;
        }
        read = time;
        TokenStream expected = lab.baseline().of(lab.runPrompt().get()).orElse(null);
        judged = beside(judged, run, expected);
        judgedTwin = lab.twinRun().map(other -> beside(judgedTwin, other, expected)).orElse(null);
        FederationReport report = run.report();
        boolean earlier = lab.runs().earlierProperty().get();
        VerdictState state = judged.judge(judgedTwin == null ? "" : policy(run), report, lab.runs().runIsBaseline(), earlier,
                lab.workerNames());
        verdict.set(state.equals(verdict.get()) ? verdict.get() : state);
        VerdictState other = judgedTwin == null ? null : judgedTwin.judge(
                Texts.get("verdict.twin", policy(judgedTwin.run())), judgedTwin.run().report(), false, earlier,
                lab.workerNames());
        twin.set(other != null && other.equals(twin.get()) ? twin.get() : other);
        Measurements measured = measure(judged, report);
        measurements.set(measured.equals(measurements.get()) ? measurements.get() : measured);
    }

    private static Measurements measure(JudgedRunViewModel judged, FederationReport report) {
        RunTimesViewModel times = RunTimesViewModel.of(judged.run(), report);
        String nothing = Texts.get("verdict.nothing");
        boolean any = judged.size() > 0;
        return new Measurements(any ? Figures.rate(times.rate(judged.size())) : nothing,
                times.wallNanos() > 0 ? Figures.percent(times.waitingShare()) : nothing,
                times.slowest().map(worker -> Texts.get("verdict.throttling.value",
                        Figures.factor(worker.factorSet()), Figures.factor(worker.factorMeasured()))).orElse(nothing),
                any ? Texts.get("verdict.margin.value", Figures.margin(judged.narrowestMargin()),
                        judged.narrowestAt() + 1) : nothing,
                Long.toString(report.refusals().total()));
    }

    private static JudgedRunViewModel beside(JudgedRunViewModel before, LiveRun run, TokenStream expected) {
        return before != null && before.of(run, expected) ? before : new JudgedRunViewModel(run, expected);
    }

    private static String policy(LiveRun run) {
        return Texts.get("verdict.policy." + run.setup().settings().policy().id());
    }

    /// Selects a position, so that the streams show it.
    public void select(int position) {
        lab.selectedPositionProperty().set(position);
    }

    /// Writes the present run as a recording and takes it as the baseline.
    public void record(Path file) {
        lab.runs().record(file);
    }

    /// Takes a recording as the baseline.
    public void openBaseline(Path file) {
        lab.runs().openBaseline(file);
    }

    /// The verdict on the run.
    public ReadOnlyObjectProperty<VerdictState> verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /// The verdict on the twin; `null` if there is none.
    public ReadOnlyObjectProperty<VerdictState> twinProperty() {
        return twin.getReadOnlyProperty();
    }

    /// What was measured in the run.
    public ReadOnlyObjectProperty<Measurements> measurementsProperty() {
        return measurements.getReadOnlyProperty();
    }

    /// Whether there is a whole run to record.
    public ReadOnlyBooleanProperty recordableProperty() {
        return recordable.getReadOnlyProperty();
    }
}
