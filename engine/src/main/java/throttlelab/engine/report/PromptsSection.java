package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.aside;
import static throttlelab.engine.report.content.Block.paragraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throttlelab.engine.comparison.Difference;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;

/// Every prompt, what came after it, and whether the others agreed.
final class PromptsSection {

    private static final int MOST_PROMPTS = 500;
    private static final int MOST_COLUMNS = 4;

    private PromptsSection() {
    }

    /// @param reference whose streams are shown
    /// @param pairs what was compared with what
    static Section of(List<RecordedPrompt> reference, List<Pair> pairs) {
        List<Pair> shown = pairs.subList(0, Math.min(MOST_COLUMNS, pairs.size()));
        List<Column> columns = new ArrayList<>(List.of(new Column("Prompt", Kind.TEXT), new Column("Text", Kind.TEXT),
                new Column("What came after it", Kind.TEXT)));
        shown.forEach(pair -> columns.add(new Column(pair.name(), Kind.CODE)));
        List<Map<String, StreamDiff>> diffs = shown.stream().map(PromptsSection::byId).toList();
        List<List<String>> rows = new ArrayList<>();
        for (RecordedPrompt prompt : reference.subList(0, Math.min(MOST_PROMPTS, reference.size()))) {
            List<String> row = new ArrayList<>(List.of(Shown.text(prompt.id()), Shown.text(prompt.prompt().text()),
                    Shown.text(prompt.stream().text())));
            diffs.forEach(byId -> row.add(outcome(byId.get(prompt.id()))));
            rows.add(row);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph("The texts are those of the reference. Signs: = all tokens and bits are equal; ≈\u00a0n n "
                + "log-probabilities differ; ≠\u00a0t token t is the first that differs; … positions are missing."));
        blocks.add(new Block.Table("", columns, rows, false));
        if (reference.size() > MOST_PROMPTS) {
            blocks.add(aside(Figures.count(reference.size() - MOST_PROMPTS, "more prompt")
                    + " are in the data that this report carries."));
        }
        if (pairs.size() > MOST_COLUMNS) {
            blocks.add(aside(Figures.count(pairs.size() - MOST_COLUMNS, "more comparison")
                    + " are in the table of divergences."));
        }
        return new Section("prompts", "Prompts and what came after them", blocks);
    }

    private static Map<String, StreamDiff> byId(Pair pair) {
        Map<String, StreamDiff> diffs = new HashMap<>();
        pair.comparison().streams().forEach(diff -> diffs.put(diff.promptId(), diff));
        return diffs;
    }

    private static String outcome(StreamDiff diff) {
        if (diff == null) {
            return "–";
        }
        String missing = diff.totals().missing() > 0 ? " …" : "";
        if (diff.totals().verdict() == Verdict.STRICT) {
            return diff.length() == 0 ? "…" : "=" + missing;
        }
        if (diff.totals().verdict() == Verdict.LENIENT) {
            return "≈ " + diff.totals().logprobDivergences() + missing;
        }
        int first = diff.divergences().stream().filter(each -> each.kind() == Difference.TOKEN)
                .mapToInt(PositionDiff::position).findFirst().orElseThrow();
        return "≠ " + (first + 1) + missing;
    }
}
