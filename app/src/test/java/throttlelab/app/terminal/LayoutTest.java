package throttlelab.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LayoutTest {

    @Test
    void columnsLineUp() {
        TextTable table = new TextTable("Profile", "wall").row("none", "9.81 s").row("reverse-ramp", "22.0 s");

        assertThat(table.lines()).containsExactly(
                "Profile         wall",
                "none          9.81 s",
                "reverse-ramp  22.0 s");
        assertThatThrownBy(() -> table.row("one cell")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textBreaksAtSpaces() {
        assertThat(Wrap.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(Wrap.lines("a-very-long-word b", 5)).containsExactly("a-very-long-word", "b");
        assertThat(Wrap.hanging("- ", "one two three", 9)).isEqualTo("- one two\n  three");
        assertThat(Wrap.cut("reverse-ramp", 8)).isEqualTo("reverse…");
        assertThat(Wrap.cut("ramp", 8)).isEqualTo("ramp");
    }
}
