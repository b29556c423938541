package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;

/// Contributions remembered by content address change no bit, and are computed again now and then.
class ContributionMemoryTest {

    private final Model model = Runs.tiny(new TinyCheckpoint().keyValueHeads(2).expertsPerToken(2));
    private final List<int[]> prompts = Runs.prompts(model, 3, 5);

    private Runs.Result run(PartitionKind partition, ContributionMemory memory) {
        return Runs.run(model, Runs.settings(partition, 4, CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE,
                FederationOptions.DEFAULT.withMemory(memory), prompts, 12);
    }

    @Test
    void whatIsRememberedHasTheSameBitsAndEvery64thIsComputedAgain() {
        for (PartitionKind partition : PartitionKind.values()) {
            ContributionMemory memory = new ContributionMemory(1 << 24);
            Runs.Result first = run(partition, memory);
            assertThat(memory.hits()).isZero();
            long computed = memory.computed();

            for (int i = 0; i < 9; i++) {
                Runs.Result again = run(partition, memory);
                assertThat(again.streams()).isEqualTo(first.streams());
                assertThat(again.report().auditDigest()).isEqualTo(first.report().auditDigest());
            }
            assertThat(memory.hits()).isEqualTo(9 * computed);
            assertThat(memory.recomputed()).isEqualTo(memory.computed() - computed).isPositive();
            assertThat(memory.different()).isZero();
        }
    }

    @Test
    void itHoldsNoMoreThanItMay() {
        ContributionMemory small = new ContributionMemory(4096);
        assertThat(run(PartitionKind.SLICED, small).streams())
                .isEqualTo(run(PartitionKind.SLICED, new ContributionMemory(1 << 24)).streams());
        run(PartitionKind.SLICED, small);
        assertThat(small.hits()).isPositive().isLessThan(50);
    }

    /// The control: what was remembered wrongly is found when it is computed again.
    @Test
    void oneBitThatDiffersIsFound() {
        ContributionMemory memory = new ContributionMemory(1 << 20);
        Sha256 address = new Sha256(1, 2, 3, 4);
        memory.computed(address, new ContributionMemory.Remembered(new float[] {1, 0.0f}, 5, new float[] {2}));
        memory.computed(address, new ContributionMemory.Remembered(new float[] {1, 0.0f}, 5, new float[] {2}));
        assertThat(memory.different()).isZero();
        memory.computed(address, new ContributionMemory.Remembered(new float[] {1, -0.0f}, 5, new float[] {2}));
        memory.computed(address, new ContributionMemory.Remembered(new float[] {1, 0.0f}, 5, new float[] {3}));
        assertThat(memory.different()).isEqualTo(2);
        assertThat(memory.recomputed()).isEqualTo(3);
    }
}
