package throttlelab.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void coloursAreForTerminalsOnly() {
        assertThat(Style.of(true, XTERM::get, "Linux")).isEqualTo(Style.ANSI);
        assertThat(Style.of(false, XTERM::get, "Linux")).isEqualTo(Style.PLAIN);
        assertThat(Style.of(true, Map.of("TERM", "dumb")::get, "Linux")).isEqualTo(Style.PLAIN);
    }

    @Test
    void aPersonMayRefuseColours() {
        assertThat(Style.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")::get, "Linux")).isEqualTo(Style.PLAIN);
        assertThat(Style.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")::get, "Linux")).isEqualTo(Style.ANSI);
    }

    @Test
    void anOldWindowsConsoleHasNone() {
        Map<String, String> console = Map.of();
        assertThat(Style.of(true, console::get, "Windows 11")).isEqualTo(Style.PLAIN);
        assertThat(Style.of(true, Map.of("WT_SESSION", "1")::get, "Windows 11")).isEqualTo(Style.ANSI);
    }

    @Test
    void theWordsAreTheSameWithAndWithoutColour() {
        assertThat(Style.PLAIN.bad("VOID")).isEqualTo("VOID");
        assertThat(Style.ANSI.bad("VOID").replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo("VOID");
    }
}
