package throttlelab.fxml.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who looks when.
class PulseTest {

    private final List<String> looks = new ArrayList<>();
    private final Pulse pulse = new Pulse(() -> looks.add("lab"));

    private void views(String... names) {
        for (String name : names) {
            pulse.add(() -> looks.add(name));
        }
    }

    @Test
    void atABeatEverybodyLooksTheLabFirst() {
        views("a", "b");
        pulse.beat();

        assertThat(looks).containsExactly("lab", "a", "b");
    }

    @Test
    void inTurnsEveryViewLooksOnceInThreeAndTheLabEachTime() {
        views("a", "b", "c", "d", "e");
        pulse.turn();
        pulse.turn();
        pulse.turn();

        assertThat(looks).containsExactlyInAnyOrder("lab", "lab", "lab", "a", "b", "c", "d", "e");
    }

    @Test
    void noTurnIsEverybodys() {
        views("a", "b", "c", "d", "e");
        pulse.turn();

        assertThat(looks).hasSizeLessThanOrEqualTo(3).startsWith("lab");
    }
}
