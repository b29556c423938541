package throttlelab.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StopSignalTest {

    private final StopSignal signal = new StopSignal();
    private final List<String> stopped = new ArrayList<>();

    @Test
    void itStopsWhatIsRunningOnce() {
        try (StopSignal.Registration _ = signal.onStop(() -> stopped.add("bet"))) {
            signal.raise();
            signal.raise();
        }

        assertThat(stopped).containsExactly("bet");
        assertThat(signal.raised()).isTrue();
    }

    @Test
    void whatIsOverIsNotStopped() {
        signal.onStop(() -> stopped.add("over")).close();
        signal.raise();

        assertThat(stopped).isEmpty();
    }

    @Test
    void whatBeginsTooLateIsStoppedAtOnce() {
        signal.raise();
        signal.onStop(() -> stopped.add("late"));

        assertThat(stopped).containsExactly("late");
    }

    @Test
    void theEndCanBeWaitedFor() throws InterruptedException {
        assertThat(signal.awaitFinished(1, TimeUnit.MILLISECONDS)).isFalse();
        signal.finished();
        assertThat(signal.awaitFinished(0, TimeUnit.SECONDS)).isTrue();
    }
}
