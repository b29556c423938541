package throttlelab.app.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PainterTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void everythingIsWrittenInOrderBeforeItCloses() {
        Terminal terminal = terminal(err, false);
        try (Painter painter = new Painter(terminal, Optional::empty)) {
            for (int i = 0; i < 1_000; i++) {
                int line = i;
                painter.write(() -> terminal.note("line " + line));
            }
        }

        assertThat(err.toString(UTF_8).lines()).hasSize(1_000).startsWith("line 0", "line 1").endsWith("line 999");
    }

    @Test
    void whoeverNotesIsNotHeldUpByATerminalThatIs() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch noted = new CountDownLatch(1);
        Terminal stuck = terminal(new OutputStream() {
            @Override
            public void write(int b) {
                await(released);
            }
        }, false);
        try (Painter painter = new Painter(stuck, Optional::empty)) {
            painter.write(() -> stuck.note("stuck"));
            painter.write(noted::countDown);

            assertThat(noted.getCount()).as("still in the queue behind a terminal that takes nothing").isEqualTo(1);
            released.countDown();
            assertThat(noted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aLogGetsALineForATenthAndNoMore() {
        Terminal terminal = terminal(err, false);
        new Painter(terminal, () -> Optional.of(line(25))).close();

        assertThat(err.toString(UTF_8).lines()).containsExactly(" 25 %  none, 25 of 100 tokens");
    }

    @Test
    void theBarIsGoneInTheEnd() {
        CountDownLatch shown = new CountDownLatch(2);
        try (Painter _ = new Painter(terminal(err, true), () -> {
            shown.countDown();
            return Optional.of(line(50));
        })) {
            await(shown);
        }

        assertThat(err.toString(UTF_8)).contains("50 %").endsWith("\r" + " ".repeat(line(50).bar(80, true).length()) + "\r");
    }

    private static ProgressLine line(long done) {
        return new ProgressLine("none", done, 100, "tokens", Optional.empty(), "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Terminal terminal(OutputStream err, boolean interactive) {
        PrintStream stream = new PrintStream(err, true, UTF_8);
        return new Terminal(stream, stream, interactive, 80, Style.PLAIN);
    }
}
