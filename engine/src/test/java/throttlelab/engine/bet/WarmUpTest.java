package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private long now = 5;
    private final WarmUp warmUp = new WarmUp(() -> Instant.ofEpochMilli(now));

    @Test
    void lastsAtLeastASecondHoweverSteadyItIs() {
        pass(300);
        pass(300);
        pass(300);
        assertThat(warmUp.goesOn()).isTrue();
        pass(300);
        assertThat(warmUp.goesOn()).isFalse();
    }

    @Test
    void goesOnWhilePassesGetFaster() {
        pass(1_500);
        pass(1_200);
        pass(900);
        assertThat(warmUp.goesOn()).isTrue();
        pass(880);
        assertThat(warmUp.goesOn()).isTrue();
        pass(890);
        assertThat(warmUp.goesOn()).isFalse();
    }

    @Test
    void givesUpOnAMachineThatNeverSettles() {
        pass(2_000);
        pass(1_800);
        pass(1_600);
        assertThat(warmUp.goesOn()).isTrue();
        pass(1_400);
        assertThat(warmUp.goesOn()).isFalse();
    }

    @Test
    void endsWithoutTimeToo() {
        int passes = 0;
        while (warmUp.goesOn()) {
            pass(0);
            passes++;
        }
        assertThat(passes).isEqualTo(1_000);
    }

    private void pass(long millis) {
        now += millis;
        warmUp.passed();
    }
}
