package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;

/// The broken policies must fail, and for the reason they are said to. Orders of arrival are forced, so that every
/// answer here is the same on every machine.
class NegativeControlTest {

    private static final int TOKENS = 12;
    private static final List<DeliveryOrder> ORDERS = List.of(DeliveryOrder.SLOT_ORDER, DeliveryOrder.REVERSED,
            Runs.shuffled(45));

    private static List<Runs.Result> underEveryOrder(CombinePolicy policy) {
        return ORDERS.stream()
                .map(order -> Runs.run(Runs.shipped(), policy, order, Reference.prompts(4), TOKENS)).toList();
    }

    @Test
    void arrivalOrderLetsTheOrderChangeLogProbabilityBits() {
        List<Runs.Result> results = underEveryOrder(CombinePolicy.ARRIVAL_ORDER);

        assertThat(results.stream().map(Runs.Result::logprobs)).doesNotHaveDuplicates();
        // The same order again gives the same bits: the order is all that matters.
        assertThat(Runs.run(Runs.shipped(), CombinePolicy.ARRIVAL_ORDER, Runs.shuffled(45), Reference.prompts(4),
                TOKENS).streams()).isEqualTo(results.get(2).streams());
    }

    @ParameterizedTest
    @CsvSource({"SLICED,4", "SLICED,8", "EXPERTS,4", "EXPERTS,8"})
    void arrivalOrderForcedIntoSlotOrderHasTheBitsOfContentAddressed(PartitionKind partition, int workers) {
        assertThat(forced(Runs.shipped(), partition, workers, CombinePolicy.ARRIVAL_ORDER, DeliveryOrder.SLOT_ORDER))
                .isEqualTo(forced(Runs.shipped(), partition, workers, CombinePolicy.CONTENT_ADDRESSED,
                        DeliveryOrder.REVERSED))
                .isNotEqualTo(forced(Runs.shipped(), partition, workers, CombinePolicy.ARRIVAL_ORDER,
                        DeliveryOrder.REVERSED));
    }

    /// With several experts a token, those of one row may be different workers'.
    @ParameterizedTest
    @EnumSource(value = PartitionKind.class, names = {"SLICED", "EXPERTS"})
    void theSameHoldsForSeveralExpertsAToken(PartitionKind partition) {
        Model model = Runs.tiny(new TinyCheckpoint().expertsPerToken(3).normTopK(true));

        assertThat(forced(model, partition, 8, CombinePolicy.ARRIVAL_ORDER, DeliveryOrder.SLOT_ORDER))
                .isEqualTo(forced(model, partition, 8, CombinePolicy.CONTENT_ADDRESSED, DeliveryOrder.REVERSED))
                .isNotEqualTo(forced(model, partition, 8, CombinePolicy.ARRIVAL_ORDER, DeliveryOrder.REVERSED));
    }

    private static List<Runs.Bits> forced(Model model, PartitionKind partition, int workers, CombinePolicy policy,
            DeliveryOrder order) {
        List<int[]> prompts = model == Runs.shipped() ? Reference.prompts(2) : Runs.prompts(model, 8, 6);
        return Runs.run(model, Runs.settings(partition, workers, policy), Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(order), prompts, TOKENS).streams();
    }

    @ParameterizedTest
    @EnumSource(value = CombinePolicy.class, names = {"MAJORITY", "FIRST_RESPONSE"})
    void goingOnBeforeAllHaveAnsweredLetsTheOrderChangeTokens(CombinePolicy policy) {
        List<Runs.Result> results = underEveryOrder(policy);

        for (int prompt = 0; prompt < 4; prompt++) {
            int at = prompt;
            assertThat(results.stream().map(result -> result.tokens().get(at))).as("prompt " + prompt)
                    .doesNotHaveDuplicates();
        }
    }

    /// A vocabulary that is missing cannot be chosen from: whoever answers first decides the token.
    @Test
    void theFirstToRespondChoosesFromItsOwnPartOfTheVocabulary() {
        int part = Runs.shipped().config().vocabularyPerSlice();
        for (int slot : List.of(0, 3, 7)) {
            DeliveryOrder first = (stage, slots) -> IntStream.concat(IntStream.of(slot),
                    IntStream.range(0, slots).filter(other -> other != slot)).toArray();
            assertThat(Runs.run(Runs.shipped(), CombinePolicy.FIRST_RESPONSE, first, Reference.prompts(4), TOKENS)
                    .tokens()).hasSize(4).allSatisfy(tokens -> assertThat(tokens).hasSize(TOKENS)
                            .allMatch(token -> token / part == slot));
        }
    }

    /// The control of both: the real policy, under the same orders.
    @Test
    void contentAddressedGivesTheSameUnderEveryOrder() {
        List<Runs.Result> results = underEveryOrder(CombinePolicy.CONTENT_ADDRESSED);

        assertThat(results.stream().map(Runs.Result::streams).distinct()).hasSize(1);
        assertThat(results).allSatisfy(result -> assertThat(result.report().refusals().total()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"MAJORITY,8,3", "FIRST_RESPONSE,8,7", "MAJORITY,4,1", "FIRST_RESPONSE,4,3"})
    void whatComesLateIsRefusedAsStaleAndCounted(CombinePolicy policy, int workers, int late) {
        Model model = Runs.tiny(new TinyCheckpoint());
        for (DeliveryOrder order : ORDERS) {
            Runs.Result result = Runs.run(model, Runs.settings(PartitionKind.SLICED, workers, policy), Profiles.NONE,
                    FederationOptions.DEFAULT.withOrder(order), Runs.prompts(model, 3, 5), TOKENS);

            long stages = TOKENS * (2L * model.config().layers() + 1);
            assertThat(result.report().stages()).isEqualTo(stages);
            assertThat(result.report().refusals()).isEqualTo(new Refusals(0, late * stages, 0, 0));
        }
    }

    /// Nobody forces an order here: the last worker is slow, and falls behind by many stages.
    @ParameterizedTest
    @EnumSource(value = CombinePolicy.class, names = {"MAJORITY", "FIRST_RESPONSE"})
    void lateWorkersFinishEveryStageInOrderBeforeTheRunReturns(CombinePolicy policy) {
        Model model = Runs.tiny(new TinyCheckpoint());
        List<StageId> begun = Collections.synchronizedList(new ArrayList<>());
        Map<Integer, List<StageId>> delivered = new ConcurrentHashMap<>();
        StageObserver observer = new StageObserver() {
            @Override
            public void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
                begun.add(stage);
            }

            @Override
            public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
                delivered.computeIfAbsent(worker, w -> Collections.synchronizedList(new ArrayList<>())).add(stage);
            }
        };

        Runs.Result result = Runs.run(model, Runs.settings(PartitionKind.SLICED, 8, policy), Profiles.PHONE,
                FederationOptions.DEFAULT.withObserver(observer), Runs.prompts(model, 3, 5), TOKENS);

        assertThat(begun).hasSize((int) result.report().stages());
        assertThat(delivered).hasSize(8).allSatisfy((worker, stages) -> assertThat(stages).isEqualTo(begun));
        long late = 8 - policy.required(8);
        assertThat(result.report().refusals()).isEqualTo(new Refusals(0, late * begun.size(), 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"PIPELINE,8,1", "PIPELINE,1,1", "SLICED,1,1", "SLICED,2,2", "EXPERTS,1,1", "EXPERTS,2,2"})
    void brokenPoliciesAreRefusedWhereNoStageExpectsThreeContributions(PartitionKind partition, int workers, int most) {
        Model model = Runs.tiny(new TinyCheckpoint());
        for (CombinePolicy policy : CombinePolicy.values()) {
            FederationSettings settings = Runs.settings(partition, workers, policy);
            if (policy.broken()) {
                assertThatThrownBy(() -> Runs.open(model, settings, Profiles.NONE, FederationOptions.DEFAULT))
                        .isInstanceOf(UsageException.class)
                        .hasMessageStartingWith("The policy " + policy.id() + " needs stages with at least three contri")
                        .hasMessageContaining(" has " + most + ": use ");
            } else {
                Runs.open(model, settings, Profiles.NONE, FederationOptions.DEFAULT).close();
            }
        }
        assertThat(Runs.workerThreads()).isEmpty();
    }
}
