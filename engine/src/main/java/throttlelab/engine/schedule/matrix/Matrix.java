package throttlelab.engine.schedule.matrix;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.bet.Recorder;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// Varies one thing after another and compares each time with the same reference, token by token and bit by bit.
///
/// The reference is one unthrottled run in this process: eight workers, sliced, all prompts in one batch.
public final class Matrix {

    /// What a row does: gives recordings that must have the reference's bits.
    interface Trial {
        List<Recording> run(Matrix matrix) throws InterruptedException;
    }

    /// A row before it is run.
    ///
    /// @param whole whether all that its recordings were to have must be there
    record Planned(String id, String varied, String cell, boolean whole, Trial trial) {
    }

    private final Model model;
    private final List<Prompt> prompts;
    private final int tokens;
    private final Children children;
    private final List<Planned> planned;
    private final Consumer<String> progress;
    private final List<MatrixRow> ended = new CopyOnWriteArrayList<>();
    private List<RecordedPrompt> reference;
    private volatile boolean stopped;
    private volatile Recorder running;

    /// @param prompts of the reference, the more the better
    /// @param tokens after each
    /// @param baselines recordings of other machines
    /// @param chosen ids of the rows to run; empty for all
    /// @param progress is told which row begins
    /// @throws UsageException if a row is unknown
    public Matrix(Model model, List<Prompt> prompts, int tokens, List<Recording> baselines, Children children,
            Set<String> chosen, Consumer<String> progress) {
        this.model = model;
        this.prompts = List.copyOf(prompts);
        this.tokens = tokens;
        this.children = children;
        this.progress = progress;
        List<Planned> all = MatrixPlan.rows(prompts.size(), tokens, baselines);
        Set<String> known = all.stream().map(Planned::id).collect(Collectors.toSet());
        chosen.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new UsageException(Sentence.of("schedule.the-matrix-has-no-row", id,
                    all.stream().map(Planned::id).collect(Collectors.joining(", "))));
        });
        this.planned = all.stream().filter(row -> chosen.isEmpty() || chosen.contains(row.id())).toList();
    }

    /// All rows that there are.
    ///
    /// @param prompts how many prompts the reference has
    /// @param tokens how many after each
    /// @param baselines recordings of other machines
    public static List<PlannedRow> plan(int prompts, int tokens, List<Recording> baselines) {
        return MatrixPlan.rows(prompts, tokens, baselines).stream()
                .map(row -> new PlannedRow(row.id(), row.varied(), row.cell())).toList();
    }

    /// The rows that have ended so far; may be asked by any thread.
    public List<MatrixRow> ended() {
        return List.copyOf(ended);
    }

    /// How many rows there are to run.
    public int rows() {
        return planned.size();
    }

    /// Runs the rows, one after another.
    ///
    /// @throws RunException if the reference cannot be run
    /// @throws InterruptedException if the calling thread is interrupted
    public MatrixResult run() throws InterruptedException {
        reference = List.of();
        try {
            progress.accept("reference");
            reference = record(FederationOptions.DEFAULT, FederationSettings.DEFAULT, Profiles.NONE,
                    new Cell(prompts.size(), tokens)).prompts();
            for (Planned row : planned) {
                if (stopped) {
                    break;
                }
                progress.accept(row.id());
                row(row).ifPresent(ended::add);
            }
        } catch (RunException e) {
            if (!stopped) {
                throw e;
            }
        }
        Environment machine = Environment.current(FederationOptions.DEFAULT.kernels().name());
        return new MatrixResult(model.name(), model.digest().toString(), Kernels.CONTRACT, MatrixPlan.words(machine),
                InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS), prompts.size(), tokens,
                ended.size() == planned.size(), ended);
    }

    /// Ends it, from any thread; what is complete is kept.
    public void stop() {
        stopped = true;
        children.stop();
        Recorder recorder = running;
        if (recorder != null) {
            recorder.stop();
        }
    }

    private Optional<MatrixRow> row(Planned row) throws InterruptedException {
        long began = System.nanoTime();
        String command = "explore --matrix --rows " + row.id() + " --prompts " + prompts.size() + " --tokens " + tokens;
        try {
            List<Recording> recordings = row.trial().run(this);
            Totals totals = recordings.stream().map(recording -> compare(recording, row.whole())).reduce(Totals.NOTHING, Totals::plus);
            String note = recordings.stream().map(MatrixPlan::note).distinct().collect(Collectors.joining("; "));
            long divergences = Math.max(totals.tokenDivergences(), totals.logprobDivergences()) + totals.missing();
            return Optional.of(new MatrixRow(row.id(), row.varied(), row.cell(), totals.comparisons(), divergences,
                    command, Optional.empty(), Optional.of(note).filter(text -> !text.isEmpty()),
                    System.nanoTime() - began));
        } catch (Children.CannotRun e) {
            return Optional.of(new MatrixRow(row.id(), row.varied(), row.cell(), 0, 0, command,
                    Optional.of(e.getMessage()), Optional.empty(), System.nanoTime() - began));
        } catch (RunException e) {
            if (stopped) {
                return Optional.empty();
            }
            throw new RunException(Sentence.of("schedule.row-failed", row.id(), e.sentence()), e);
        }
    }

    /// Of a recording made for a row, all that was asked for must be there; of a baseline, what both have is compared.
    private Totals compare(Recording recording, boolean whole) {
        if (!whole) {
            return Comparison.ofCommon(reference, recording.prompts()).totals();
        }
        Set<String> ids = recording.prompts().stream().map(RecordedPrompt::id).collect(Collectors.toSet());
        int length = recording.setup().tokens();
        List<RecordedPrompt> expected = reference.stream().filter(prompt -> ids.contains(prompt.id()))
                .map(prompt -> beginning(prompt, length)).toList();
        return Comparison.of(expected, recording.prompts(), length).totals();
    }

    private static RecordedPrompt beginning(RecordedPrompt prompt, int length) {
        TokenStream stream = prompt.stream();
        return new RecordedPrompt(prompt.prompt(), prompt.promptTokens(), new TokenStream(
                Arrays.copyOf(stream.tokens(), length), "", Arrays.copyOf(stream.logprobs(), length), new float[0]));
    }

    /// Runs a cell in this process.
    Recording record(FederationOptions options, FederationSettings settings, ThrottleProfile profile, Cell cell)
            throws InterruptedException {
        Recorder recorder = new Recorder(new ModelRunner(model, options), settings, prompts.subList(0, cell.prompts()),
                cell.tokens(), cell.batch());
        running = recorder;
        if (stopped) {
            recorder.stop();
        }
        return recorder.record("cell", profile, InstantSource.system(), RunListener.NONE);
    }

    /// Runs a cell in a process of its own.
    Recording child(JvmMode mode, Cell cell) throws InterruptedException {
        return children.record(mode, cell);
    }
}
