package throttlelab.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.ContributionMemory;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompts;

/// The search in simulated time, on the shipped model; `explore` runs a thousand profiles.
class ExplorerTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples", "../samples"));
    private static final Model MODEL = Model.load(SAMPLES.resolve("fractalmoe-30m"));
    private static final List<int[]> PROMPTS = Prompts.read(SAMPLES.resolve("prompts").resolve("bet45.jsonl")).stream()
            .limit(2).map(prompt -> MODEL.tokenizer().encodePrompt(prompt.text())).toList();
    private static final int TOKENS = 4;
    private static final int WORKERS = 8;

    private static ExploreResult explore(CombinePolicy policy, long seed, int runs) throws InterruptedException {
        return new Explorer(MODEL, PROMPTS, TOKENS, policy, seed, runs, () -> false).run();
    }

    @Test
    void underTheRealPolicyEveryProfileGivesOneOutput() throws Exception {
        ExploreResult result = explore(CombinePolicy.CONTENT_ADDRESSED, 0, 24);

        assertThat(result.holds()).isTrue();
        assertThat(result.done()).isEqualTo(24);
        assertThat(result.streams()).isEqualTo(48);
        assertThat(result.uniqueOutputs()).isEqualTo(1);
        assertThat(result.failure()).isEmpty();
        assertThat(result.ordersSeen()).isGreaterThan(500);
        assertThat(result.stallNanos()).as("four profiles stall for an hour").isGreaterThan(4 * SeededSchedule.STALL_NANOS);
        assertThat(result.simulatedNanos()).isLessThan(SeededSchedule.STALL_NANOS);
        ExploreResult.Remembered memory = result.memory();
        assertThat(memory.different()).isZero();
        assertThat(memory.recomputed() * ContributionMemory.RECOMPUTED_EVERY)
                .isGreaterThan(memory.hits() * 9 / 10 - 64 * 1000);
        assertThat(memory.computed()).isLessThan(memory.hits());
    }

    @ParameterizedTest
    @EnumSource(value = CombinePolicy.class, names = "CONTENT_ADDRESSED", mode = EnumSource.Mode.EXCLUDE)
    void aBrokenPolicyIsCaughtShrunkAndComesAgainFromItsSeedAlone(CombinePolicy policy) throws Exception {
        ExploreResult result = explore(policy, 7, 6);

        assertThat(result.uniqueOutputs()).isGreaterThan(1);
        ExploreResult.Failure failure = result.failure().orElseThrow();
        boolean bits = policy == CombinePolicy.ARRIVAL_ORDER;
        assertThat(bits ? failure.logprob() != failure.expectedLogprob() : failure.token() != failure.expectedToken())
                .isTrue();
        assertThat(failure.smallest()).isNotEmpty().hasSizeLessThan(failure.slowdowns());
        assertThat(explore(policy, failure.seed(), 1).failure()).contains(failure);

        int[] prompt = PROMPTS.get(failure.prompt());
        assertThat(fails(policy, prompt, failure.position(), failure.smallest())).isTrue();
        for (int i = 0; i < failure.smallest().size(); i++) {
            int at = i;
            List<Slowdown> without = IntStream.range(0, failure.smallest().size()).filter(each -> each != at)
                    .mapToObj(failure.smallest()::get).toList();
            assertThat(fails(policy, prompt, failure.position(), without)).as("without the %s", i).isFalse();
        }
    }

    private static boolean fails(CombinePolicy policy, int[] prompt, int position, List<Slowdown> slowdowns)
            throws InterruptedException {
        Simulation simulation = new Simulation(MODEL, policy, ContributionMemory.NONE);
        SlowdownSchedule none = new SlowdownSchedule(List.of(), WORKERS);
        SlowdownSchedule slow = new SlowdownSchedule(slowdowns, WORKERS);
        return simulation.run(prompt, position + 1, none, none).firstDifference(
                simulation.run(prompt, position + 1, slow, slow), policy != CombinePolicy.ARRIVAL_ORDER) >= 0;
    }

    @Test
    void itCanBeStopped() throws Exception {
        ExploreResult result = new Explorer(MODEL, PROMPTS, TOKENS, CombinePolicy.CONTENT_ADDRESSED, 0, 5, () -> true).run();

        assertThat(result.done()).isZero();
        assertThat(result.holds()).isFalse();
    }
}
