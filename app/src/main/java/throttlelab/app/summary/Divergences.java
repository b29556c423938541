package throttlelab.app.summary;

import java.util.Locale;
import java.util.Optional;
import throttlelab.app.terminal.TextTable;
import throttlelab.app.terminal.Wrap;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Difference;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.comparison.StreamDiff;

/// Where streams part: the first divergence of each comparison, in a table.
final class Divergences {

    private static final int NAME = 20;
    private static final int PROMPT = 12;

    private final TextTable table = new TextTable("Differs", "prompt", "token", "expected", "came", "steps");
    private boolean empty = true;

    /// Adds a comparison; one without divergence adds nothing.
    void add(String name, Comparison comparison) {
        Optional<StreamDiff> stream = comparison.firstDivergent();
        if (stream.isPresent()) {
            PositionDiff first = stream.get().first().orElseThrow();
            table.row(Wrap.cut(name, NAME), Wrap.cut(stream.get().promptId(), PROMPT),
                    Integer.toString(first.position() + 1), token(first.expectedToken(), first.expectedLogprob()),
                    token(first.actualToken(), first.actualLogprob()),
                    first.kind() == Difference.TOKEN ? "" : Numbers.count(first.ulps()));
            empty = false;
        }
    }

    /// Writes the table if there is anything in it.
    void print(Page page) {
        if (!empty) {
            page.table(table);
            page.paragraph("First divergence of each: token id and log-probability; steps = distance in units in the last "
                    + "place.");
        }
    }

    private static String token(int id, float logprob) {
        return String.format(Locale.ROOT, "%d at %.5f", id, logprob);
    }
}
