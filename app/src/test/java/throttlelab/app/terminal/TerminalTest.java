package throttlelab.app.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private static final String NEW_LINE = System.lineSeparator();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void resultsAndNotesGoDifferentWays() {
        Terminal terminal = terminal(false, UTF_8);

        terminal.line("a result × 2");
        terminal.note("a note");

        assertThat(out.toString(UTF_8)).isEqualTo("a result × 2" + NEW_LINE);
        assertThat(err.toString(UTF_8)).isEqualTo("a note" + NEW_LINE);
    }

    @Test
    void signsThatTheEncodingLacksAreWrittenInAscii() {
        terminal(false, US_ASCII).line("2 × 3 ≥ 5 … “so” 1 µs 汉");

        assertThat(out.toString(US_ASCII)).isEqualTo("2 x 3 >= 5 ... \"so\" 1 us ?" + NEW_LINE);
    }

    @Test
    void theLiveLineIsWrittenOverAndGivesWay() {
        Terminal terminal = terminal(true, UTF_8);

        terminal.live("long line");
        terminal.live("short");
        terminal.line("done");

        assertThat(err.toString(UTF_8)).isEqualTo("\rlong line\r" + "\rshort    \r" + "\r     \r");
        assertThat(out.toString(UTF_8)).isEqualTo("done" + NEW_LINE);
    }

    @Test
    void theLiveLineNeverBreaks() {
        terminal(true, UTF_8).live("x".repeat(200));

        assertThat(err.toString(UTF_8).strip()).hasSize(39);
    }

    @Test
    void nothingIsWrittenOverWhereNobodyWatches() {
        terminal(false, UTF_8).live("progress");

        assertThat(err.size()).isZero();
    }

    @Test
    void aGrowingLineIsEndedOnce() {
        Terminal terminal = terminal(false, UTF_8);

        terminal.part("Once upon");
        terminal.part(" a time");
        terminal.endPart();
        terminal.endPart();

        assertThat(out.toString(UTF_8)).isEqualTo("Once upon a time" + NEW_LINE);
    }

    private Terminal terminal(boolean interactive, Charset charset) {
        return new Terminal(new PrintStream(out, true, charset), new PrintStream(err, true, charset), interactive, 40,
                Style.PLAIN);
    }
}
