package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.UsageException;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;

class RunStepsTest {

    /// The steps are those that a federation takes: with long prompts that are read in several, and with more prompts in
    /// a batch than a step has rows.
    @ParameterizedTest
    @CsvSource({"5,2,3,60", "4,9,1,3", "1,1,4,8", "150,150,3,2"})
    void areThoseOfAFederation(int count, int batch, int tokens, int longest) {
        Model model = Runs.tiny(new TinyCheckpoint());
        List<int[]> prompts = Runs.prompts(model, count, longest);
        Map<Long, Integer> seen = new LinkedHashMap<>();
        Runs.run(model, Runs.settings(PartitionKind.PIPELINE, 1, CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE,
                FederationOptions.DEFAULT.withAudit((stage, _, _) -> seen.put(stage.stage().step(), stage.stage().token())),
                prompts, tokens, batch);

        RunSteps steps = RunSteps.of(prompts, batch, tokens);

        assertThat(steps.count()).isEqualTo(seen.size());
        assertThat(seen).allSatisfy((step, token) -> assertThat(steps.at(step).token()).isEqualTo(token));
        List<Long> firsts = new ArrayList<>();
        for (int number = 0; number * batch < count; number++) {
            firsts.add(steps.first(number));
            assertThat(steps.at(steps.first(number)).batch()).isEqualTo(number);
            assertThat(steps.at(steps.first(number)).prompts()).startsWith(number * batch);
        }
        assertThat(firsts).startsWith(0L).isSorted();
    }

    @Test
    void nameThePromptsOfEveryStep() {
        List<int[]> prompts = List.of(new int[100], new int[100], new int[1]);

        RunSteps steps = RunSteps.of(prompts, 2, 3);

        assertThat(steps.at(0)).satisfies(step -> {
            assertThat(step.prefill()).isTrue();
            assertThat(step.prompts()).containsExactly(0, 1);
        });
        assertThat(steps.at(1).prompts()).containsExactly(1);
        assertThat(steps.at(2)).satisfies(step -> {
            assertThat(step.prefill()).isFalse();
            assertThat(step.token()).isEqualTo(1);
            assertThat(step.prompts()).containsExactly(0, 1);
        });
        assertThat(steps.at(4)).satisfies(step -> {
            assertThat(step.batch()).isEqualTo(1);
            assertThat(step.prompts()).containsExactly(2);
        });
        assertThat(steps.first(2)).isEqualTo(steps.count()).isEqualTo(7);
        assertThatThrownBy(() -> steps.at(7)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> steps.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> RunSteps.of(prompts, 0, 3)).isInstanceOf(UsageException.class);
    }

    /// What a recording says of itself is not believed to be small.
    @Test
    void takeNoMemoryForTokens() {
        RunSteps steps = RunSteps.of(List.of(new int[3]), Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(steps.count()).isEqualTo(Integer.MAX_VALUE);
        assertThat(steps.at(Integer.MAX_VALUE - 1L).token()).isEqualTo(Integer.MAX_VALUE - 1);
    }
}
