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
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;

/// What differs: how much, and where first.
final class DivergenceSection {

    private static final int MOST_ROWS = 60;
    private static final int MOST_MAPS = 6;

    private final List<Pair> pairs;
    private final Tokens tokens;
    private final List<Block> path;

    private DivergenceSection(List<Pair> pairs, Tokens tokens, List<Block> path) {
        this.pairs = pairs;
        this.tokens = tokens;
        this.path = path;
    }

    /// @param path the way to the first divergence
    static Section of(List<Pair> pairs, Tokens tokens, List<Block> path) {
        return new DivergenceSection(pairs, tokens, path).section();
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(counts());
        List<Pair> divergent = pairs.stream()
                .filter(pair -> pair.comparison().totals().verdict() != Verdict.STRICT).toList();
        blocks.addAll(path);
        if (divergent.isEmpty()) {
            blocks.add(paragraph(pairs.stream().allMatch(pair -> pair.comparison().totals().comparisons() == 0)
                    ? "No position was compared."
                    : "No compared position differs, neither in its token nor in a bit of its log-probability."));
        } else {
            first(divergent, blocks);
            divergent.stream().limit(MOST_MAPS).map(DivergenceMap::of).forEach(blocks::add);
        }
        return new Section("divergences", "Divergences", blocks);
    }

    private Block counts() {
        List<Column> columns = List.of(new Column("Compared", Kind.TEXT), new Column("Positions", Kind.NUMBER),
                new Column("Other token", Kind.NUMBER), new Column("Other bits", Kind.NUMBER),
                new Column("Following", Kind.NUMBER), new Column("Missing", Kind.NUMBER),
                new Column("Largest distance", Kind.NUMBER), new Column("Audit digest", Kind.TEXT));
        List<List<String>> rows = pairs.stream().map(pair -> {
            Totals totals = pair.comparison().totals();
            return List.of(pair.name(), Figures.count(totals.comparisons()), Figures.count(totals.tokenDivergences()),
                    Figures.count(totals.logprobDivergences()), Figures.count(totals.consequences()),
                    Figures.count(totals.missing()),
                    totals.maxUlps() == 0 ? "0" : Figures.count(totals.maxUlps(), "ULP"), pair.auditEqual());
        }).toList();
        return new Block.Table("What was compared, position by position. Following: contained in the two numbers "
                + "before "
                + "it, but after another token of the same prompt, and so its consequence. Largest distance: between "
                + "log-probabilities of the same token of the same text, in units in the last place (ULPs).", columns, rows, false);
    }

    private void first(List<Pair> divergent, List<Block> blocks) {
        List<List<String>> rows = new ArrayList<>();
        long all = 0;
        for (Pair pair : divergent) {
            Map<String, RecordedPrompt> expected = new HashMap<>();
            pair.expected().forEach(prompt -> expected.put(prompt.id(), prompt));
            boolean named = false;
            for (StreamDiff stream : pair.comparison().streams()) {
                PositionDiff diff = stream.first().orElse(null);
                if (diff != null) {
                    all++;
                    if (rows.size() < MOST_ROWS) {
                        rows.add(row(named ? "" : pair.name(), stream.promptId(), diff,
                                expected.get(stream.promptId())));
                        named = true;
                    }
                }
            }
        }
        List<Column> columns = List.of(new Column("Compared", Kind.TEXT), new Column("Prompt", Kind.TEXT),
                new Column("Token no.", Kind.NUMBER), new Column("Expected", Kind.CODE), new Column("Came", Kind.CODE),
                new Column("ULPs", Kind.NUMBER), new Column("Margin", Kind.NUMBER));
        blocks.add(new Block.Table("The first divergence of each prompt that has one: token, then its log-probability "
                + "with its bits.", columns, rows, true));
        if (all > rows.size()) {
            blocks.add(aside(Figures.count(all - rows.size(), "more prompt") + " with a divergence; all positions "
                    + "are in "
                    + "the CSV."));
        }
        blocks.add(aside("Token no. counts from 1 after the prompt. Margin: how far the expected token's logit lay "
                + "above "
                + "that of the second-best; the smaller, the nearer it was to tipping. What follows a different token "
                + "continues another text, and is counted as its consequence."));
    }

    private List<String> row(String name, String promptId, PositionDiff diff, RecordedPrompt expected) {
        float[] margins = expected == null ? new float[0] : expected.stream().margins();
        return List.of(name, Shown.text(promptId), Integer.toString(diff.position() + 1),
                side(diff.expectedToken(), diff.expectedLogprob()), side(diff.actualToken(), diff.actualLogprob()),
                diff.kind() == Difference.TOKEN ? "–" : Figures.count(diff.ulps()),
                margins.length == 0 ? "–" : Float.toString(margins[diff.position()]));
    }

    private String side(int token, float logprob) {
        return tokens.name(token) + "\n" + logprob + "  " + Figures.bits(logprob);
    }
}
