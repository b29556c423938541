package throttlelab.engine.schedule.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.bet.Recorder;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.files.Schemas;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.report.verify.Finding;
import throttlelab.engine.report.verify.Verification;
import throttlelab.engine.report.verify.Verifier;
import throttlelab.engine.throttle.Profiles;

/// The invariance matrix; `explore --matrix` makes it whole, with other processes.
class MatrixTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples", "../samples"));
    private static final Model MODEL = Model.load(SAMPLES.resolve("fractalmoe-30m"));
    private static final List<Prompt> PROMPTS = Prompts.read(SAMPLES.resolve("prompts").resolve("bet45.jsonl")).subList(0, 2);
    private static final int TOKENS = 2;

    @TempDir
    private Path folder;

    /// Stands for other processes: runs in this one, and changes what comes out.
    private record Here(UnaryOperator<Recording> change) implements Children {

        @Override
        public Recording record(JvmMode mode, Cell cell) throws InterruptedException {
            if (mode.options().contains("-XX:+UseZGC")) {
                throw new CannotRun("this machine has no such collector");
            }
            if (mode.options().contains("-Xint")) {
                throw new RunException("the process was killed");
            }
            return change.apply(new Recorder(new ModelRunner(MODEL, FederationOptions.DEFAULT), FederationSettings.DEFAULT,
                    PROMPTS.subList(0, cell.prompts()), cell.tokens(), cell.batch()).record("cell", Profiles.NONE,
                            InstantSource.system(), RunListener.NONE));
        }

        @Override
        public void stop() {
            // Nothing runs elsewhere.
        }
    }

    private static MatrixResult run(UnaryOperator<Recording> change, List<Recording> baselines, String... rows)
            throws InterruptedException {
        return new Matrix(MODEL, PROMPTS, TOKENS, baselines, new Here(change), Set.of(rows), row -> { }).run();
    }

    private static Recording changed(Recording recording, UnaryOperator<TokenStream> change) {
        List<RecordedPrompt> prompts = new ArrayList<>(recording.prompts());
        RecordedPrompt last = prompts.removeLast();
        prompts.add(new RecordedPrompt(last.prompt(), last.promptTokens(), change.apply(last.stream())));
        return new Recording(recording.id(), recording.created(), recording.setup(), recording.profile(),
                recording.report(), recording.environment(), prompts);
    }

    @Test
    void whatIsVariedInThisProcessChangesNothing() throws Exception {
        MatrixResult result = run(UnaryOperator.identity(), List.of(), "throttle", "arrival-order", "batch-1", "workers-2",
                "partition-experts", "partition-pipeline", "scalar", "gc-serial", "two-at-once");

        assertThat(result.complete()).isTrue();
        assertThat(result.divergences()).isZero();
        assertThat(result.rows()).hasSize(9).allSatisfy(row -> {
            assertThat(row.notRun()).isEmpty();
            assertThat(row.command()).isEqualTo("explore --matrix --rows " + row.id() + " --prompts 2 --tokens 2");
            assertThat(row.comparisons()).isEqualTo(switch (row.id()) {
                case "throttle", "arrival-order" -> 5 * 4;
                case "two-at-once" -> 2 * 4;
                default -> 4;
            });
        });
    }

    /// The control: a bit of a log-probability, a token, a stream too short.
    @Test
    void whatDivergesIsCounted() throws Exception {
        UnaryOperator<Recording> bit = recording -> changed(recording, stream -> {
            float[] logprobs = stream.logprobs().clone();
            logprobs[1] = Math.nextUp(logprobs[1]);
            return new TokenStream(stream.tokens(), stream.text(), logprobs, stream.margins());
        });
        assertThat(run(bit, List.of(), "gc-g1").divergences()).isEqualTo(1);
        assertThat(run(bit, List.of(), "two-at-once").divergences()).isEqualTo(2);

        UnaryOperator<Recording> token = recording -> changed(recording, stream -> {
            int[] tokens = stream.tokens().clone();
            tokens[0] ^= 1;
            return new TokenStream(tokens, stream.text(), stream.logprobs(), stream.margins());
        });
        assertThat(run(token, List.of(), "heap-2g").divergences()).isEqualTo(1);

        UnaryOperator<Recording> shorter = recording -> changed(recording, stream -> new TokenStream(
                new int[] {stream.tokens()[0]}, stream.text(), new float[] {stream.logprobs()[0]}, new float[0]));
        MatrixResult result = run(shorter, List.of(), "c2");
        assertThat(result.divergences()).isEqualTo(1);
        assertThat(result.comparisons()).isEqualTo(3);
    }

    @Test
    void whatCannotRunSaysSoAndWhatFailsEndsTheMatrix() throws Exception {
        MatrixResult result = run(UnaryOperator.identity(), List.of(), "gc-z", "baseline");

        assertThat(result.rows()).extracting(MatrixRow::id, MatrixRow::notRun).containsExactly(
                tuple("gc-z", Optional.of("this machine has no such collector")),
                tuple("baseline", Optional.of("there is no baseline in the samples")));
        assertThat(result.comparisons()).isZero();
        assertThatThrownBy(() -> run(UnaryOperator.identity(), List.of(), "interpreter")).isInstanceOf(RunException.class)
                .hasMessage("The row interpreter of the matrix failed: the process was killed");
        assertThatThrownBy(() -> run(UnaryOperator.identity(), List.of(), "moon")).isInstanceOf(UsageException.class)
                .hasMessageContaining("no row 'moon': use throttle, arrival-order, batch-1");
    }

    @Test
    void aBaselineIsComparedAsFarAsItGoes() throws Exception {
        Recording own = new Here(UnaryOperator.identity()).record(JvmMode.of(), new Cell(2, 1));

        MatrixResult result = run(UnaryOperator.identity(), List.of(own), "baseline-cell");

        assertThat(result.comparisons()).isEqualTo(2);
        assertThat(result.divergences()).isZero();
        assertThat(result.rows().getFirst().varied()).contains(own.environment().cpu());
    }

    @Test
    void aStopKeepsWhatIsComplete() throws Exception {
        Matrix[] matrix = new Matrix[1];
        matrix[0] = new Matrix(MODEL, PROMPTS, TOKENS, List.of(), new Here(UnaryOperator.identity()), Set.of("batch-1",
                "simd"), row -> {
                    if (row.equals("simd")) {
                        matrix[0].stop();
                    }
                });

        MatrixResult result = matrix[0].run();

        assertThat(result.complete()).isFalse();
        assertThat(result.rows()).extracting(MatrixRow::id).containsExactly("batch-1");
    }

    @Test
    void itsFileFitsTheSchemaAndReadsBackAndItsPagesTellAll() throws Exception {
        MatrixResult result = run(UnaryOperator.identity(), List.of(), "gc-z", "simd");
        Path file = folder.resolve(MatrixFile.NAME);
        MatrixFile.write(file, result);
        Schemas.assertValid("matrix", Files.readString(file));
        MatrixResult read = MatrixFile.read(file);
        assertThat(read.rows()).usingRecursiveComparison().ignoringFields("nanos").isEqualTo(result.rows());
        assertThat(read.machine()).isEqualTo(result.machine());
        assertThat(read.created()).isEqualTo(result.created());

        MatrixPages.html(folder.resolve("matrix.html"), result);
        MatrixPages.csv(folder.resolve("matrix.csv"), result);
        assertThat(folder.resolve("matrix.html")).content().contains("not run: this machine has no such collector",
                "mvn -q -Plab -Dargs=&quot;explore --matrix --rows simd --prompts 2 --tokens 2&quot;", "4 comparisons in 2 rows, 0 divergences");
        assertThat(Files.readAllLines(folder.resolve("matrix.csv"))).hasSize(3);
    }

    @Test
    void aChangedFigureIsRefusedAndVerifySaysWhatItWas() throws Exception {
        Path file = folder.resolve(MatrixFile.NAME);
        MatrixFile.write(file, run(UnaryOperator.identity(), List.of(), "simd"));
        Verification sound = Verifier.inspect(file);
        assertThat(sound.kind()).isEqualTo("an invariance matrix");
        assertThat(sound.findings()).isEmpty();
        assertThat(sound.outcome()).as("rows are not run again").isEqualTo(Verification.Outcome.UNPROVEN);

        String text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("\"divergences\" : 0", "\"divergences\" : 3"));

        assertThatThrownBy(() -> MatrixFile.read(file)).isInstanceOf(InputException.class)
                .hasMessageContaining("its digest does not hold");
        assertThat(Verifier.inspect(file).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).contains("divergences");
            assertThat(finding.says()).isEqualTo("3");
            assertThat(finding.should()).isEqualTo("it said 0");
        });

        // Sealed anew after the change it holds, but the total does not follow from the rows.
        byte[] sealed = Files.readAllBytes(file);
        SelfDigest.seal(sealed);
        Files.write(file, sealed);
        assertThat(Verifier.inspect(file).findings()).extracting(Finding::place).anyMatch(each -> each.contains("divergences"));
    }

    @Test
    void whatIsNoMatrixIsRefusedInASentence() throws IOException {
        Path file = folder.resolve("matrix.json");
        for (String text : List.of("", "[]", "{\"format\":\"throttlelab-result/1\"}",
                "{\"format\":\"throttlelab-matrix/1\",\"rows\":[{}]}", "{\"format\":\"throttlelab-matrix/1\"}")) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> MatrixFile.read(file)).as(text).isInstanceOf(InputException.class)
                    .hasMessageContaining("explore --matrix wrote");
        }
    }
}
