package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

class BetPlanTest {

    @Test
    void countsNoneAgainstItself() {
        assertThat(Bets.plan(Profiles.NONE, Profiles.STEADY, Profiles.RAMP).comparisons()).isEqualTo(3 * 5 * 3);
        assertThat(new BetPlan(Bets.PROMPTS, 5, List.of(Profiles.STEADY), FederationSettings.DEFAULT, 1, 4)
                .comparisons()).isEqualTo(3 * 5 * 2 * 4);
    }

    @Test
    void takesTheFirstPrompts() {
        assertThat(BetPlan.first(2, Bets.PROMPTS)).isEqualTo(Bets.PROMPTS.subList(0, 2));
        refused(() -> BetPlan.first(4, Bets.PROMPTS), "There are 3 prompts, so 4 cannot be taken: ask for 1 to 3.");
        refused(() -> BetPlan.first(0, Bets.PROMPTS), "so 0 cannot be taken");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        refused(() -> plan(List.of(), 5, 1, 1, Profiles.STEADY), "at least one prompt");
        refused(() -> plan(Bets.PROMPTS, 0, 1, 1, Profiles.STEADY), "at least one token for each prompt, not 0");
        refused(() -> plan(Bets.PROMPTS, 5, 0, 1, Profiles.STEADY), "A batch holds at least one prompt, not 0");
        refused(() -> plan(Bets.PROMPTS, 5, 1, 0, Profiles.STEADY), "1 to 1000 times, not 0");
        refused(() -> plan(List.of(new Prompt("a", "x"), new Prompt("a", "y")), 5, 1, 1, Profiles.STEADY),
                "Two prompts have the same id");
        refused(() -> plan(Bets.PROMPTS, 5, 1, 1, Profiles.STEADY, Profiles.STEADY),
                "Two throttle profiles have the same name");
    }

    private static BetPlan plan(List<Prompt> prompts, int tokens, int batch, int repeat, ThrottleProfile... profiles) {
        return new BetPlan(prompts, tokens, List.of(profiles), FederationSettings.DEFAULT, batch, repeat);
    }

    private static void refused(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(UsageException.class).hasMessageContaining(part);
    }
}
