package throttlelab.app.terminal;

import java.io.PrintStream;
import java.nio.charset.Charset;

/// Two streams of lines, one for results and one for what happens meanwhile, and on a terminal one live line that is
/// written over and over.
///
/// Characters that the terminal's encoding lacks are written in ASCII. Every method may be called from any thread.
public final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private final int width;
    private final Style style;
    private int live;
    private boolean lineOpen;

    /// @param out where results go
    /// @param err where everything else goes
    /// @param interactive whether a person watches, so that a line may be written over
    /// @param width columns
    /// @param style how emphasis is shown
    public Terminal(PrintStream out, PrintStream err, boolean interactive, int width, Style style) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.width = width;
        this.style = style;
    }

    /// Whether a person watches.
    public boolean interactive() {
        return interactive;
    }

    /// How many columns there are.
    public int width() {
        return width;
    }

    /// How emphasis is shown here.
    public Style style() {
        return style;
    }

    /// Whether the terminal can show `text` as it is.
    public boolean canShow(String text) {
        return canShow(out.charset(), text);
    }

    /// Writes one or more whole lines of a result.
    public synchronized void line(String text) {
        write(out, text, true);
    }

    /// Writes an empty line to the results.
    public void line() {
        line("");
    }

    /// Writes a part of a line of a result, for text that grows.
    public synchronized void part(String text) {
        if (!text.isEmpty()) {
            write(out, text, false);
            lineOpen = !text.endsWith("\n");
        }
    }

    /// Ends the line that [#part(String)] left open, if it did.
    public synchronized void endPart() {
        if (lineOpen) {
            write(out, "", true);
        }
    }

    /// Writes one or more whole lines about what happens.
    public synchronized void note(String text) {
        write(err, text, true);
    }

    /// Replaces the live line; nothing happens where nobody watches.
    public synchronized void live(String text) {
        if (interactive) {
            String cut = text.length() < width ? text : text.substring(0, width - 1);
            err.print('\r' + encodable(err.charset(), cut) + " ".repeat(Math.max(0, live - cut.length())) + '\r');
            err.flush();
            live = cut.length();
        }
    }

    private void write(PrintStream stream, String text, boolean whole) {
        if (live > 0) {
            live("");
        }
        stream.print(encodable(stream.charset(), text));
        if (whole) {
            stream.println();
            lineOpen = false;
        }
        stream.flush();
    }

    private static String encodable(Charset charset, String text) {
        return canShow(charset, text) ? text : Ascii.of(text);
    }

    private static boolean canShow(Charset charset, String text) {
        return charset.newEncoder().canEncode(text);
    }
}
