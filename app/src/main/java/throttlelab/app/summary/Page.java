package throttlelab.app.summary;

import java.util.List;
import throttlelab.app.terminal.Printable;
import throttlelab.app.terminal.Style;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.app.terminal.Wrap;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.comparison.printed.PrintedVerdict;

/// Lays a summary out: a verdict, labelled paragraphs, lists, tables, no wider than the terminal.
public final class Page {

    private static final int LABEL = 12;
    private static final int WIDEST = 100;

    private final Terminal terminal;
    private final int width;

    /// A page on `terminal`.
    public Page(Terminal terminal) {
        this.terminal = terminal;
        this.width = Math.min(WIDEST, terminal.width());
    }

    /// A verdict in plain words; its colour says no more than they do.
    void verdict(Verdict verdict, String words) {
        verdict(verdict, verdict.name(), words);
    }

    /// A verdict that goes by another name.
    ///
    /// @param like in whose colours it is written
    void verdict(Verdict like, String name, String words) {
        Style style = terminal.style();
        headline(switch (like) {
            case STRICT -> style.good(name);
            case LENIENT, VOID -> style.doubtful(name);
            case CATASTROPHIC -> style.bad(name);
        }, name, words);
    }

    /// What something came to, in a word and a sentence.
    ///
    /// @param styled the word with its colour
    /// @param name the word without
    void headline(String styled, String name, String words) {
        List<String> lines = Wrap.lines(name + ": " + words, width);
        terminal.line(styled + lines.getFirst().substring(name.length()));
        lines.stream().skip(1).forEach(terminal::line);
    }

    /// The verdict on printed answers, likewise.
    void verdict(PrintedVerdict verdict) {
        String name = verdict.title();
        Style style = terminal.style();
        headline(switch (verdict) {
            case SAME_AS_PRINTED -> style.good(name);
            case SAME_TOKENS, INCOMPLETE -> style.doubtful(name);
            case DIFFERENT -> style.bad(name);
        }, name, verdict.words() + ".");
    }

    /// A paragraph behind a label.
    void entry(String label, String text) {
        terminal.line(Wrap.hanging(label + " ".repeat(Math.max(1, LABEL - label.length())), Printable.of(text), width));
    }

    /// A heading and what stands in a list under it.
    void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            heading(heading);
            items.forEach(item -> terminal.line(Wrap.hanging("  - ", Printable.of(item), width)));
        }
    }

    /// A heading, set off from what comes before.
    void heading(String heading) {
        terminal.line();
        terminal.line(terminal.style().strong(heading));
    }

    /// A table, set off from what comes before.
    void table(TextTable table) {
        terminal.line();
        table.print(terminal);
    }

    /// A paragraph.
    void paragraph(String text) {
        Wrap.lines(Printable.of(text), width).forEach(terminal::line);
    }

    /// An empty line.
    void gap() {
        terminal.line();
    }
}
