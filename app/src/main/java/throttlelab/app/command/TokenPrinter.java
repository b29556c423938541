package throttlelab.app.command;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.Printable;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Tokenizer;

/// Shows the tokens of one stream as they come: as text that grows, or a line for each with its log-probability.
final class TokenPrinter implements RunListener, AutoCloseable {

    private final Terminal terminal;
    private final Tokenizer tokenizer;
    private final boolean logprobs;
    private final Printable text = new Printable();
    private final Painter painter;

    /// @param logprobs whether every token has a line of its own
    TokenPrinter(Terminal terminal, Tokenizer tokenizer, boolean logprobs) {
        this.terminal = terminal;
        this.tokenizer = tokenizer;
        this.logprobs = logprobs;
        this.painter = new Painter(terminal, Optional::empty);
    }

    /// Shows the prompt that the tokens go on from.
    void prompt(String prompt) {
        String shown = terminal.style().strong(Printable.of(prompt));
        painter.write(() -> {
            if (logprobs) {
                terminal.line(shown);
            } else {
                terminal.part(shown);
            }
        });
    }

    @Override
    public void onToken(int prompt, int position, int token, float logprob, float margin) {
        painter.write(() -> {
            if (logprobs) {
                terminal.line(String.format(Locale.ROOT, "%5d  %11.7f  %s  %5d  %s", position + 1, logprob,
                        HexFormat.of().toHexDigits(Float.floatToIntBits(logprob)), token, quoted(token)));
            } else {
                terminal.part(text.add(tokenizer.bytes(token)));
            }
        });
    }

    private String quoted(int token) {
        return "\"" + Printable.of(tokenizer.piece(token)).replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }

    /// Shows what has not been shown yet and ends the line.
    @Override
    public void close() {
        painter.write(() -> {
            terminal.part(text.end());
            terminal.endPart();
        });
        painter.close();
    }
}
