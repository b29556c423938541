package throttlelab.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.federation.StageTrial;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.numerics.SimdKernels;

/// Orders of arrival through real stages of the shipped model. `explore --orders` tries all of them; here it is every
/// 211th.
class EveryOrderTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples", "../samples"));
    private static final Model MODEL = Model.load(SAMPLES.resolve("fractalmoe-30m"));
    private static final List<int[]> PROMPTS = Prompts.read(SAMPLES.resolve("prompts").resolve("bet45.jsonl")).stream()
            .limit(10).map(prompt -> MODEL.tokenizer().encodePrompt(prompt.text())).toList();
    private static final int LAST = 7;

    @Test
    void theRealPolicyGivesOneResultAndEveryBrokenOneIsCaught() throws Exception {
        int step = 211;
        EveryOrder every = new EveryOrder(MODEL, ClosestChoice.among(MODEL, PROMPTS, 6).tokens(), LAST, step, () -> false);

        OrdersResult result = every.run();

        long tried = 40_320 / step + 1;
        assertThat(result.complete()).isTrue();
        assertThat(result.holds()).isTrue();
        assertThat(result.controlsFail()).isTrue();
        assertThat(result.stages()).hasSize(8).allSatisfy(each -> {
            assertThat(each.tried()).isEqualTo(tried);
            assertThat(each.refused().foreign()).isEqualTo(tried);
            // Who is among the first five, or the first, is all that matters to those who go on early.
            assertThat(each.distinct()).isBetween(each.policy() == CombinePolicy.MAJORITY ? 40L : 1L,
                    switch (each.policy()) {
                        case CONTENT_ADDRESSED -> 1L;
                        case ARRIVAL_ORDER -> tried;
                        case MAJORITY -> 56L;
                        case FIRST_RESPONSE -> 8L;
                    });
            if (each.policy() == CombinePolicy.CONTENT_ADDRESSED) {
                assertThat(each.refused()).isEqualTo(new Refusals(tried, tried, tried, 0));
            } else {
                assertThat(each.bits()).isGreaterThanOrEqualTo(tried - 1);
                assertThat(each.logprob()).isPositive();
            }
        });
        assertThat(result.stages().stream().filter(each -> each.policy() == CombinePolicy.FIRST_RESPONSE)
                .mapToLong(OrdersResult.Tried::token).sum()).as("tokens changed").isPositive();
    }

    @Test
    void aStageThatTheOrderChangesDoesNotPassForOneThatHolds() {
        OrdersResult.Tried changed = new OrdersResult.Tried(StageKind.ATTENTION, CombinePolicy.CONTENT_ADDRESSED, 9, 2, 1,
                0, 0, new Refusals(9, 9, 9, 0));
        OrdersResult.Tried accepted = new OrdersResult.Tried(StageKind.ATTENTION, CombinePolicy.CONTENT_ADDRESSED, 9, 1, 0,
                0, 0, new Refusals(9, 9, 8, 0));
        OrdersResult.Tried harmless = new OrdersResult.Tried(StageKind.ATTENTION, CombinePolicy.MAJORITY, 9, 1, 0, 0, 0,
                new Refusals(9, 9, 9, 0));

        assertThat(new OrdersResult(7, 9, true, List.of(changed), 1, 1).holds()).isFalse();
        assertThat(new OrdersResult(7, 9, true, List.of(accepted), 1, 1).holds()).isFalse();
        assertThat(new OrdersResult(7, 9, true, List.of(harmless), 1, 1).controlsFail()).isFalse();
    }

    /// The trial's own sum, carried to the end, is the token that a run gives.
    @Test
    void whatATrialLeadsToIsWhatARunGives() throws Exception {
        ClosestChoice choice = ClosestChoice.among(MODEL, PROMPTS, 6);
        for (StageKind kind : List.of(StageKind.ATTENTION, StageKind.EXPERTS)) {
            StageTrial trial = StageTrial.of(MODEL, kind, 2, choice.tokens(), new SimdKernels());
            trial.pass(CombinePolicy.CONTENT_ADDRESSED, Orders.order(40_319, 8), 1);

            assertThat(trial.carry().margin()).isEqualTo(choice.margin());
        }
    }

    @Test
    void aLayerThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> StageTrial.of(MODEL, StageKind.EXPERTS, 8, PROMPTS.getFirst(), new SimdKernels()))
                .isInstanceOf(UsageException.class).hasMessageContaining("layers 1 to 8");
    }
}
