package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.aside;
import static throttlelab.engine.report.content.Block.paragraph;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.bet.Claims;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Section;

/// How much "0 of n" says.
final class BoundSection {

    static final String TITLE = "How much “0 of n” says";
    static final String NONE = "Some positions differ, so there is no such bound.";
    static final String MEANING = "The bound is 1 − 0.05^(1/n): at that share, n positions in a row would all agree with a "
            + "chance of 5 %. It takes positions for independent, which those of one stream are not: so it is a measure of "
            + "how much was tried, not a promise.";

    private BoundSection() {
    }

    /// @param observed what was observed, in a sentence
    /// @param own positions at which something met itself, and could not differ
    /// @param whose what met itself, as in "without those …"
    static Section of(String observed, Verdict verdict, Totals totals, long own, String whose) {
        List<Block> blocks = new ArrayList<>(List.of(paragraph(observed)));
        boolean none = totals.tokenDivergences() == 0 && totals.logprobDivergences() == 0;
        if (none && totals.comparisons() > 0) {
            List<List<String>> rows = new ArrayList<>(List.of(row("All compared positions", totals.comparisons())));
            if (own > 0 && own < totals.comparisons()) {
                rows.add(row("Without the " + Figures.count(own) + " " + whose, totals.comparisons() - own));
            }
            blocks.add(new Block.Table("The largest share of diverging positions that “0 of n” leaves possible, with "
                    + "95 % confidence.", List.of(new Column("Counted", Kind.TEXT), new Column("n", Kind.NUMBER),
                    new Column("Diverging", Kind.NUMBER), new Column("Fewer than", Kind.NUMBER)), rows, false));
            blocks.add(aside(MEANING));
            if (verdict == Verdict.VOID) {
                blocks.add(paragraph("The verdict is VOID: what was compared agrees, but it was not shown that this "
                        + "could "
                        + "have been otherwise. So the bound is none on what slow workers change."));
            }
        } else if (totals.comparisons() > 0) {
            blocks.add(paragraph(NONE));
        }
        return new Section("bound", TITLE, blocks);
    }

    private static List<String> row(String name, long n) {
        return List.of(name, Figures.count(n), "0", Figures.smallPercent(Claims.boundOfNone(n)));
    }
}
