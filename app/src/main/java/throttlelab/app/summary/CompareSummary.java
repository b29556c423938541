package throttlelab.app.summary;

import java.util.List;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;

/// Two files compared, for a reader at a terminal.
public final class CompareSummary {

    private final RecordedRuns a;
    private final RecordedRuns b;
    private final FileComparison comparison;

    /// @param a the first file
    /// @param b the second file
    /// @param comparison how they differ
    public CompareSummary(RecordedRuns a, RecordedRuns b, FileComparison comparison) {
        this.a = a;
        this.b = b;
        this.comparison = comparison;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        Totals totals = comparison.totals();
        page.verdict(comparison.verdict(), words());
        page.gap();
        page.entry("A", file(a));
        page.entry("B", file(b));
        page.entry("Compared", Numbers.count(comparison.pairs().size(), "pair") + " of recordings, "
                + Numbers.count(totals.comparisons(), "position"));
        page.entry("Different", different(totals));
        page.list("Why", comparison.voidReasons());
        Divergences divergences = new Divergences();
        comparison.pairs().forEach(pair -> divergences.add(pair.expected().profile().equals(pair.actual().profile())
                ? pair.actual().profile() : pair.expected().profile() + "/" + pair.actual().profile(),
                pair.comparison()));
        divergences.print(page);
    }

    private String words() {
        return switch (comparison.verdict()) {
            case STRICT -> "both files hold the same tokens and the same log-probability bits.";
            case LENIENT -> "both files hold the same tokens, but not the same bits everywhere.";
            case CATASTROPHIC -> "some tokens are not the same.";
            case VOID -> comparison.totals().missing() == 0 && comparison.totals().comparisons() > 0
                    ? "a file was compared with itself: that shows nothing."
                    : "nothing differs in what both files hold, but not everything is in both.";
        };
    }

    private static String different(Totals totals) {
        String counts = Numbers.count(totals.tokenDivergences(), "token") + ", "
                + Numbers.logprobs(totals.logprobDivergences());
        return counts
                + (totals.consequences() == 0 ? "" : "; " + Numbers.count(totals.consequences())
                        + " of these positions follow a different token")
                + (totals.maxUlps() == 0 ? "" : "; where token and text are the same, at most "
                        + Numbers.count(totals.maxUlps(), "step") + " in the last place");
    }

    private static String file(RecordedRuns runs) {
        Recording first = runs.recordings().getFirst();
        List<String> profiles = runs.recordings().stream().map(Recording::profile).toList();
        return runs.file() + " (" + (runs.result() ? "result" : "recording") + " of "
                + Numbers.count(first.prompts().size(), "prompt") + ", " + Numbers.list(profiles) + ", "
                + first.setup().federation().partition().id() + ", "
                + Numbers.count(first.setup().federation().workers(), "worker") + ", batch " + first.setup().batch()
                + ", " + first.setup().federation().policy().id() + ")";
    }
}
