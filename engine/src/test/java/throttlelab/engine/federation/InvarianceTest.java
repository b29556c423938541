package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.ScalarKernels;
import throttlelab.engine.numerics.SimdKernels;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

/// The claim of the lab: nothing but the model and the prompt decides a bit of what comes out.
class InvarianceTest {

    private static final int TOKENS = 4;
    private static final List<Kernels> KERNELS = List.of(new SimdKernels(), new ScalarKernels());
    private static final List<DeliveryOrder> ORDERS = List.of(DeliveryOrder.AS_THEY_COME, DeliveryOrder.SLOT_ORDER,
            DeliveryOrder.REVERSED, Runs.shuffled(1), Runs.shuffled(2));
    private static final List<ThrottleProfile> PROFILES = List.of(Profiles.NONE, Profiles.RAMP);

    /// One way to run the same prompts.
    private record Way(PartitionKind partition, int workers, int batch, Kernels kernels, DeliveryOrder order,
            ThrottleProfile profile) {

        Runs.Result run(Model model, List<int[]> prompts) {
            return Runs.run(model, Runs.settings(partition, workers, CombinePolicy.CONTENT_ADDRESSED), profile,
                    FederationOptions.DEFAULT.withKernels(kernels).withOrder(order), prompts, TOKENS, batch);
        }
    }

    /// The plainest way: the contract's loops, one worker, one prompt at a time.
    private static final Way PLAINEST = new Way(PartitionKind.SLICED, 1, 1, KERNELS.getLast(),
            DeliveryOrder.SLOT_ORDER, Profiles.NONE);

    /// All partitions and numbers of workers with every batch size; the other choices go round, or are all taken.
    private static List<Way> ways(List<Integer> batches, boolean all) {
        List<Way> ways = new ArrayList<>();
        for (PartitionKind partition : PartitionKind.values()) {
            for (int workers : List.of(1, 2, 4, 8)) {
                for (int batch : batches) {
                    for (int choice = 0; choice < (all ? 20 : 1); choice++) {
                        int round = all ? choice : ways.size();
                        ways.add(new Way(partition, workers, batch, KERNELS.get(round % 2),
                                ORDERS.get(round / 2 % 5), PROFILES.get(round / 10 % 2)));
                    }
                }
            }
        }
        return ways;
    }

    @Test
    void everyCombinationGivesTheSameBits() {
        Model model = Runs.tiny(new TinyCheckpoint());
        List<int[]> prompts = Runs.prompts(model, 9, 7);
        List<Runs.Bits> expected = PLAINEST.run(model, prompts).streams();

        assertThat(ways(List.of(1, 7, 9), true)).hasSize(720)
                .allSatisfy(way -> assertThat(way.run(model, prompts).streams()).isEqualTo(expected));
    }

    static Stream<Arguments> oddModels() {
        return Stream.of(
                Arguments.of("2 key-value heads, top-2", new TinyCheckpoint().keyValueHeads(2).expertsPerToken(2)),
                Arguments.of("4 key-value heads, top-3 normalised, head dimension 6",
                        new TinyCheckpoint().keyValueHeads(4).expertsPerToken(3).normTopK(true).headDim(6)),
                Arguments.of("16 heads with 8 key-value heads, top-2 normalised, tied head",
                        new TinyCheckpoint().heads(16).keyValueHeads(8).expertsPerToken(2).normTopK(true).tied(true)),
                Arguments.of("16 key-value heads, 3 layers, F16",
                        new TinyCheckpoint().heads(16).keyValueHeads(16).layers(3).dtype("F16")),
                Arguments.of("1 key-value head, width 42, expert width 40, top-3, BF16", new TinyCheckpoint()
                        .keyValueHeads(1).hidden(42).expertWidth(40).expertsPerToken(3).dtype("BF16")),
                Arguments.of("all 16 experts a token, 9 layers",
                        new TinyCheckpoint().experts(16).expertsPerToken(16).layers(9)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddModels")
    void oddModelsGiveTheSameBitsEveryWay(String name, TinyCheckpoint checkpoint) {
        Model model = Runs.tiny(checkpoint);
        List<int[]> prompts = Runs.prompts(model, 9, 7);
        List<Runs.Bits> expected = PLAINEST.run(model, prompts).streams();

        assertThat(ways(List.of(1, 7, 9), false))
                .allSatisfy(way -> assertThat(way.run(model, prompts).streams()).isEqualTo(expected));
        // What it computes depends on the prompt, or all this would show nothing.
        assertThat(expected.stream().map(Runs.Bits::logprobs)).doesNotHaveDuplicates();
    }

    @Test
    void theShippedModelGivesTheSameBitsEveryWay() {
        List<int[]> prompts = List.of(new int[] {1022, 739, 738, 11}, new int[] {1022}, new int[] {1022, 403, 489});
        List<Runs.Bits> expected = PLAINEST.run(Runs.shipped(), prompts).streams();

        assertThat(ways(List.of(3), false))
                .allSatisfy(way -> assertThat(way.run(Runs.shipped(), prompts).streams()).isEqualTo(expected));
    }

    @Test
    void aBatchOfHundredGivesTheBitsOfHundredSingleRuns() {
        Model model = Runs.tiny(new TinyCheckpoint().keyValueHeads(4).expertsPerToken(2));
        List<int[]> prompts = Runs.prompts(model, 100, 20);

        // More than a step holds: prompts are cut between two steps, and 140 sequences need two steps a token.
        for (List<int[]> all : List.of(prompts, Stream.concat(prompts.stream(), prompts.stream().limit(40)).toList())) {
            List<Runs.Bits> single = batches(model, all, 1);
            assertThat(batches(model, all, all.size())).isEqualTo(single);
            assertThat(batches(model, all, 33)).isEqualTo(single);
        }
    }

    @Test
    void aBatchOfTheShippedModelGivesTheBitsOfSingleRuns() {
        List<int[]> prompts = Reference.prompts(100);
        List<Runs.Bits> batch = batches(Runs.shipped(), prompts, 100);

        for (int prompt = 3; prompt < 100; prompt += 16) {
            assertThat(batches(Runs.shipped(), prompts.subList(prompt, prompt + 1), 1))
                    .containsExactly(batch.get(prompt));
        }
    }

    private static List<Runs.Bits> batches(Model model, List<int[]> prompts, int batch) {
        return Runs.run(model, FederationSettings.DEFAULT, Profiles.NONE, FederationOptions.DEFAULT, prompts, TOKENS,
                batch).streams();
    }

    /// The control: one unit in the last place, in one of eight workers, is seen.
    @ParameterizedTest
    @EnumSource(PartitionKind.class)
    void theLastBitOfOneNumberShows(PartitionKind partition) {
        List<int[]> prompts = Reference.prompts(1);
        Way way = new Way(partition, 8, 1, KERNELS.getFirst(), DeliveryOrder.AS_THEY_COME, Profiles.NONE);
        Kernels other = new ForwardingKernels() {
            @Override
            public void scale(float[] x, int at, int length, float factor, float[] out, int outAt) {
                super.scale(x, at, length, factor, out, outAt);
                if (Thread.currentThread().getName().equals("worker-0")) {
                    out[outAt] = Math.nextUp(out[outAt]);
                }
            }
        };

        assertThat(new Way(partition, 8, 1, other, way.order(), way.profile()).run(Runs.shipped(), prompts).streams())
                .isNotEqualTo(way.run(Runs.shipped(), prompts).streams());
    }
}
