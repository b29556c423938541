package throttlelab.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {

    @Test
    void aWorkerFollowsTheProfileUntilItHasAFactorOfItsOwn() {
        Throttle throttle = new Throttle(Profiles.STEADY, 8);
        assertThat(throttle.follows(2)).isTrue();
        assertThat(throttle.factor(2, 0)).isEqualTo(5);

        throttle.set(2, 7.5);
        assertThat(throttle.follows(2)).isFalse();
        assertThat(throttle.factor(2, 0)).isEqualTo(7.5);
        assertThat(throttle.follows(3)).isTrue();

        throttle.apply(Profiles.RAMP);
        assertThat(throttle.follows(2)).isTrue();
        assertThat(throttle.factor(2, 0)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, 0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aFactorThatWouldSpeedUpIsRefused(double factor) {
        Throttle throttle = new Throttle(Profiles.NONE, 8);

        assertThatThrownBy(() -> throttle.set(0, factor)).isInstanceOf(IllegalArgumentException.class);
        assertThat(throttle.follows(0)).isTrue();
    }

    @Test
    void onlyProfilesThatChangeOverTimeSaySo() {
        assertThat(Profiles.builtIn()).filteredOn(ThrottleProfile::changing).containsExactly(Profiles.BURSTY);
    }
}
