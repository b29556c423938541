package throttlelab.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.RunSetup;

class ReplayTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    private static final int TOKENS = 6;

    private static Model model;
    private static Recording baseline;

    @BeforeAll
    static void load() {
        model = Model.load(SAMPLES.resolve("fractalmoe-30m"));
        baseline = RecordingFile.read(SAMPLES.resolve("baselines/fractalmoe-30m-none.json"));
    }

    @Test
    void givesTheBitsOfTheRecording() throws InterruptedException {
        List<RecordedPrompt> prompts = baseline.prompts().subList(0, 3);
        List<Integer> progress = new ArrayList<>();

        List<RecordedPrompt> again = Replay.run(model, inBatchesOf(2), prompts, TOKENS, AuditSink.NONE, progress::add,
                () -> false);

        Comparison comparison = Comparison.ofCommon(prompts, again);
        assertThat(comparison.totals().comparisons()).isEqualTo(3L * TOKENS);
        assertThat(comparison.totals().verdict()).isEqualTo(Verdict.STRICT);
        assertThat(progress).hasSize(3 * TOKENS).isSortedAccordingTo(Comparator.naturalOrder()).endsWith(3 * TOKENS);
    }

    @Test
    void givesTheSameAuditDigestForTheSameBatchesOnly() throws InterruptedException {
        List<RecordedPrompt> prompts = baseline.prompts().subList(0, 2);

        assertThat(all(inBatchesOf(2), prompts).report().auditDigest())
                .isEqualTo(all(inBatchesOf(2), prompts).report().auditDigest())
                .isNotEqualTo(all(inBatchesOf(1), prompts).report().auditDigest());
    }

    @Test
    void whatItIsGivenAsStreamsDoesNotMatter() throws InterruptedException {
        RecordedPrompt first = baseline.prompts().get(0);
        RecordedPrompt second = baseline.prompts().get(1);
        RecordedPrompt mixed = new RecordedPrompt(second.prompt(), second.promptTokens(), first.stream());

        List<RecordedPrompt> again = all(inBatchesOf(1), List.of(mixed)).prompts();

        assertThat(Comparison.ofCommon(List.of(second), again).totals().verdict()).isEqualTo(Verdict.STRICT);
        assertThat(Comparison.ofCommon(List.of(mixed), again).totals().verdict()).isEqualTo(Verdict.CATASTROPHIC);
    }

    @Test
    void endsWhenItIsTold() throws InterruptedException {
        int[] done = {0};

        List<RecordedPrompt> again = Replay.run(model, inBatchesOf(1), baseline.prompts(), TOKENS, AuditSink.NONE,
                positions -> done[0] = positions, () -> done[0] >= TOKENS + 2);

        assertThat(again).extracting(prompt -> prompt.stream().length()).containsExactly(TOKENS, 2);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void doesNothingWhenToldBefore() throws InterruptedException {
        assertThat(Replay.run(model, inBatchesOf(1), baseline.prompts(), TOKENS, AuditSink.NONE, _ -> { }, () -> true))
                .isEmpty();
    }

    private static Replayed all(RunSetup setup, List<RecordedPrompt> prompts) throws InterruptedException {
        return Replay.all(model, setup, prompts, TOKENS, AuditSink.NONE, _ -> { }, () -> false);
    }

    private static RunSetup inBatchesOf(int batch) {
        RunSetup setup = baseline.setup();
        return new RunSetup(setup.model(), setup.numerics(), setup.federation(), batch, setup.tokens());
    }
}
