package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.model.Routing;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.numerics.SimdKernels;

/// The sums at a gate, against the plainest loops over what arrived.
class CombinerTest {

    private static final int ROWS = 3;
    private static final int[] ARRIVALS = {2, 0, 3, 1};
    private static ModelConfig config;

    @BeforeAll
    static void load() {
        config = Runs.tiny(new TinyCheckpoint().expertsPerToken(3)).config();
    }

    /// A barrier at which the first `arrived` slots of [#ARRIVALS] have locked, with random payloads.
    private static StageBarrier barrier(StageKind kind, int[] lengths, int arrived) {
        SplittableRandom random = new SplittableRandom(45);
        Sha256[] addresses = IntStream.range(0, 4).mapToObj(slot -> new Sha256(0, 0, 0, slot)).toArray(Sha256[]::new);
        StageBarrier barrier = new StageBarrier(new StageId(0, 0, 0, kind), addresses, lengths, arrived);
        for (int slot : ARRIVALS) {
            float[] payload = new float[lengths[slot]];
            for (int i = 0; i < payload.length; i++) {
                payload[i] = (float) random.nextGaussian(0, 100);
            }
            barrier.offer(slot, new Contribution(addresses[slot], payload, payload.length, 0), 0);
        }
        return barrier;
    }

    private static IntStream additionOrder(CombinePolicy policy, int arrived) {
        IntStream slots = IntStream.of(ARRIVALS).limit(arrived);
        return policy == CombinePolicy.ARRIVAL_ORDER ? slots : slots.sorted();
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_ADDRESSED,4", "ARRIVAL_ORDER,4", "MAJORITY,3", "FIRST_RESPONSE,1"})
    void slicesAreAddedOneByOne(CombinePolicy policy, int arrived) {
        Partition partition = Partition.of(PartitionKind.SLICED, 4, config);
        int width = config.hiddenSize();
        int[] lengths = {2 * ROWS * width, 2 * ROWS * width, 2 * ROWS * width, 2 * ROWS * width};
        StageBarrier barrier = barrier(StageKind.ATTENTION, lengths, arrived);
        float[] expected = residual();
        additionOrder(policy, arrived).forEach(slot -> {
            for (int slice = 0; slice < 2; slice++) {
                for (int i = 0; i < ROWS * width; i++) {
                    expected[i] += barrier.locked()[slot].payload()[slice * ROWS * width + i];
                }
            }
        });

        float[] actual = residual();
        new Combiner(config, new SimdKernels(), partition, policy).residual(barrier,
                partition.slots(StageKind.ATTENTION, 0), null, ROWS, actual);

        assertThat(actual).isEqualTo(expected).isNotEqualTo(residual());
    }

    /// Row 0 has one worker's experts, row 1 those of three, row 2 two of one and one of another.
    @ParameterizedTest
    @CsvSource({"CONTENT_ADDRESSED,4", "ARRIVAL_ORDER,4", "MAJORITY,3", "FIRST_RESPONSE,1"})
    void dealtExpertsAreSummedBeforeTheirSliceIsAdded(CombinePolicy policy, int arrived) {
        Partition partition = Partition.of(PartitionKind.EXPERTS, 4, config);
        int[][] experts = {{4, 5, 5}, {1, 2, 6}, {0, 1, 7}};
        Routing routing = new Routing(3, IntStream.range(0, 9).map(i -> experts[i / 3][i % 3]).toArray(), new float[9]);
        int width = config.hiddenSize();
        int[] entries = new int[4];
        int[] place = IntStream.of(routing.experts()).map(expert -> entries[expert / 2]++).toArray();
        StageBarrier barrier = barrier(StageKind.EXPERTS,
                IntStream.of(entries).map(count -> 8 * count * width).toArray(), arrived);
        float[] expected = residual();
        for (int row = 0; row < ROWS; row++) {
            for (int slice = 0; slice < 8; slice++) {
                for (int i = 0; i < width; i++) {
                    Float sum = null;
                    for (int slot : additionOrder(policy, arrived).toArray()) {
                        for (int entry = 3 * row; entry < 3 * row + 3; entry++) {
                            if (routing.experts()[entry] / 2 == slot) {
                                float term = barrier.locked()[slot].payload()[
                                        (slice * entries[slot] + place[entry]) * width + i];
                                sum = sum == null ? term : sum + term;
                            }
                        }
                    }
                    expected[row * width + i] += sum == null ? 0 : sum;
                }
            }
        }

        float[] actual = residual();
        new Combiner(config, new SimdKernels(), partition, policy).residual(barrier,
                partition.slots(StageKind.EXPERTS, 0), routing, ROWS, actual);

        assertThat(actual).isEqualTo(expected).isNotEqualTo(residual());
    }

    private static float[] residual() {
        SplittableRandom random = new SplittableRandom(46);
        float[] residual = new float[ROWS * config.hiddenSize()];
        for (int i = 0; i < residual.length; i++) {
            residual[i] = (float) random.nextGaussian();
        }
        return residual;
    }

    @Test
    void theVocabularyIsPutSideBySideAndWhatIsMissingIsNotPresent() {
        Partition partition = Partition.of(PartitionKind.SLICED, 4, config);
        List<SlotPlan> slots = partition.slots(StageKind.HEAD, config.layers());
        int part = config.vocabularyPerSlice();
        int[] lengths = {2 * ROWS * part, 2 * ROWS * part, 2 * ROWS * part, 2 * ROWS * part};
        for (int arrived : new int[] {1, 3, 4}) {
            StageBarrier barrier = barrier(StageKind.HEAD, lengths, arrived);
            float[] logits = new float[ROWS * config.vocabularySize()];
            boolean[] present = new Combiner(config, new SimdKernels(), partition, CombinePolicy.MAJORITY)
                    .logits(barrier, slots, ROWS, logits);

            for (int token = 0; token < config.vocabularySize(); token++) {
                int slice = token / part;
                Contribution contribution = barrier.locked()[slice / 2];
                assertThat(present == null || present[token]).isEqualTo(contribution != null);
                for (int row = 0; row < ROWS; row++) {
                    assertThat(logits[row * config.vocabularySize() + token]).isEqualTo(contribution == null ? 0
                            : contribution.payload()[(slice % 2 * ROWS + row) * part + token % part]);
                }
            }
            assertThat(present == null).isEqualTo(arrived == 4);
        }
    }
}
