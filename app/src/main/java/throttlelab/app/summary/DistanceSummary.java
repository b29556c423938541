package throttlelab.app.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.DifferenceMap;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.Margins;
import throttlelab.engine.comparison.Mark;
import throttlelab.engine.comparison.UlpHistogram;
import throttlelab.engine.comparison.Verdict;

/// How far apart two files are, and how near to tipping they were where they differ, for a reader at a terminal.
public final class DistanceSummary {

    private final FileComparison comparison;

    /// @param comparison how they differ
    public DistanceSummary(FileComparison comparison) {
        this.comparison = comparison;
    }

    /// Writes it; nothing where nothing differs.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        UlpHistogram histogram =
                UlpHistogram.of(comparison.pairs().stream().map(FileComparison.Pair::comparison).toList());
        if (histogram.buckets().size() > 1) {
            page.gap();
            page.entry("Distances", histogram.buckets().stream().filter(bucket -> bucket.count() > 0)
                    .map(bucket -> bucket.label() + ": " + Numbers.count(bucket.count()))
                    .collect(Collectors.joining(", ")) + " (steps in the last place: positions with the same token after "
                    + "the same text)");
        }
        comparison.pairs().stream().map(FileComparison.Pair::comparison)
                .filter(c -> c.totals().verdict() != Verdict.STRICT).findFirst().ifPresent(c -> margins(page, c));
    }

    private static void margins(Page page, Comparison comparison) {
        DifferenceMap map = DifferenceMap.of(comparison);
        List<String> groups = new ArrayList<>();
        group(groups, map, Mark.TOKEN, "first different tokens");
        group(groups, map, Mark.LOGPROB, "different bits only");
        group(groups, map, Mark.EQUAL, "equal");
        if (!groups.isEmpty()) {
            page.entry("Margins", String.join("; ", groups) + " (best before second-best logit; 0 tips)");
        }
    }

    private static void group(List<String> groups, DifferenceMap map, Mark mark, String name) {
        Margins.at(map, mark).ifPresent(m -> groups.add(name + ": " + figure(m.least())
                + (m.known() == 1 ? "" : " to " + figure(m.most()) + ", median " + figure(m.median()))));
    }

    private static String figure(float margin) {
        return String.format(Locale.ROOT, "%.3g", margin);
    }
}
