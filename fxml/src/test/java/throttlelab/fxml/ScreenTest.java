package throttlelab.fxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final Map<String, String> LINUX = Map.of("os.name", "Linux");

    @Test
    void linuxNeedsADisplay() {
        assertThat(available(LINUX, Map.of())).isFalse();
        assertThat(available(LINUX, Map.of("DISPLAY", " "))).isFalse();
        assertThat(available(LINUX, Map.of("WAYLAND_DISPLAY", "wayland-0"))).isFalse();
        assertThat(available(LINUX, Map.of("DISPLAY", ":0"))).isTrue();
    }

    @Test
    void drawingIntoMemoryNeedsNoDisplay() {
        assertThat(available(Map.of("os.name", "Linux", "glass.platform", "Headless"), Map.of())).isTrue();
    }

    @Test
    void otherSystemsHaveAScreenUnlessToldOtherwise() {
        assertThat(available(Map.of("os.name", "Windows 11"), Map.of())).isTrue();
        assertThat(available(Map.of("os.name", "Mac OS X"), Map.of())).isTrue();
        assertThat(available(Map.of("os.name", "Mac OS X", "java.awt.headless", "true"), Map.of())).isFalse();
    }

    private static boolean available(Map<String, String> properties, Map<String, String> environment) {
        return Screen.available(properties::get, environment::get);
    }
}
