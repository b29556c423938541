package throttlelab.fxml.compare;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throttlelab.engine.comparison.DifferenceMap;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.Margins;
import throttlelab.engine.comparison.Mark;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.comparison.Ulp;
import throttlelab.engine.comparison.UlpHistogram;
import throttlelab.engine.comparison.divergence.AuditedRecording;
import throttlelab.engine.comparison.divergence.DivergenceLocator;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.streams.TokenTextViewModel;
import throttlelab.fxml.texts.Texts;

/// All there is to show of two recordings, worked out; does not change afterwards.
final class ComparedPairViewModel {

    private static final Set<Mark> DIFFERENT = EnumSet.of(Mark.LOGPROB, Mark.TOKEN);

    private final FileComparison.Pair pair;
    private final TokenTextViewModel texts;
    private final int vocabulary;
    private final DifferenceMap map;
    private final MapCells cells;
    private final int[] differences;
    private final List<UlpBar> bars;
    private final List<MarginLine> margins;
    private final Optional<DivergencePath> path;

    /// Works everything out, which may take a second; on any thread.
    ///
    /// @param texts what tokens read; `null` if their tokenizer is not at hand
    /// @param vocabulary how many tokens it knows
    ComparedPairViewModel(FileComparison.Pair pair, TokenTextViewModel texts, int vocabulary) {
        this.pair = pair;
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.map = DifferenceMap.of(pair.comparison());
        this.cells = new MapCellsViewModel(map);
        int[] jumps = map.all(DIFFERENT);
        this.differences = jumps.length > 0 ? jumps : map.all(EnumSet.of(Mark.MISSING));
        this.bars = UlpHistogram.of(List.of(pair.comparison())).buckets().stream()
                .map(bucket -> new UlpBar(bucket.label(), bucket.count(), bucket.most() == 0)).toList();
        this.margins = Stream.of(Mark.EQUAL, Mark.LOGPROB, Mark.TOKEN).flatMap(mark -> margins(mark).stream()).toList();
        this.path = DivergenceLocator.locate(new AuditedRecording(pair.expected(), Optional.empty()),
                new AuditedRecording(pair.actual(), Optional.empty()));
    }

    private Optional<MarginLine> margins(Mark mark) {
        return Margins.at(map, mark).map(at -> new MarginLine(MapCellsViewModel.mark(mark), at.known() == at.positions()
                ? count(at.positions()) : Texts.get("compare.margins.known", count(at.known()), count(at.positions())),
                figure(at.least()), figure(at.median()), figure(at.most()), at.nearest()));
    }

    static String count(long number) {
        return Texts.number("%,d", number);
    }

    private static String figure(float margin) {
        return margin != 0 && Math.abs(margin) < 0.001 ? String.format(Locale.ROOT, "%.2e", margin)
                : String.format(Locale.ROOT, "%.3f", margin);
    }

    /// The indices of the positions that the filter lets through.
    int[] indices(RowFilter filter) {
        return map.all(filter.marks().stream().map(mark -> Mark.valueOf(mark.name())).collect(Collectors.toSet()));
    }

    /// A line of the list.
    CompareRow row(int index) {
        int prompt = map.prompt(index);
        int position = map.position(index);
        StreamDiff diff = map.stream(prompt);
        TokenStream a = diff.expected();
        TokenStream b = diff.actual();
        boolean inA = position < a.length();
        boolean inB = position < b.length();
        boolean sameToken = inA && inB && a.tokens()[position] == b.tokens()[position];
        return new CompareRow(index, diff.promptId(), position + 1, cells.at(index),
                inA ? text(a.tokens()[position]) : "", inB ? text(b.tokens()[position]) : "",
                inA ? Float.toString(a.logprobs()[position]) : "", inB ? Float.toString(b.logprobs()[position]) : "",
                inA ? HexFormat.of().toHexDigits(a.bits(position)) : "",
                inB ? HexFormat.of().toHexDigits(b.bits(position)) : "",
                sameToken ? count(Ulp.distance(a.logprobs()[position], b.logprobs()[position])) : "",
                position < a.margins().length ? figure(a.margins()[position]) : "");
    }

    private String text(int token) {
        return texts == null || token >= vocabulary ? "#" + token : texts.quoted(token);
    }

    /// The text of the prompt that a position follows.
    String promptText(int index) {
        String id = cells.prompts().get(cells.prompt(index));
        return Stream.concat(pair.expected().prompts().stream(), pair.actual().prompts().stream())
                .filter(prompt -> prompt.id().equals(id)).map(prompt -> prompt.prompt().text()).findFirst().orElse("");
    }

    FileComparison.Pair pair() {
        return pair;
    }

    MapCells cells() {
        return cells;
    }

    /// The indices that one jumps to, ascending.
    int[] differences() {
        return differences;
    }

    /// Whether nothing differs where both have a token, and one jumps to what only one of them has.
    boolean onlyMissing() {
        return differences.length > 0 && cells.at(differences[0]) == PositionMark.MISSING;
    }

    /// How many of them are not after `index`.
    int differencesUpTo(int index) {
        int found = Arrays.binarySearch(differences, index);
        return found >= 0 ? found + 1 : -found - 1;
    }

    List<UlpBar> bars() {
        return bars;
    }

    List<MarginLine> margins() {
        return margins;
    }

    /// The first divergence as far as the streams tell it; nothing if there is none.
    Optional<DivergencePath> path() {
        return path;
    }

    /// The index of what a path begins with; −1 if it is not to be seen.
    int index(DivergencePath found) {
        return found.visible().map(visible -> {
            int prompt = cells.prompts().indexOf(visible.promptId());
            return cells.has(prompt, visible.diff().position()) ? cells.index(prompt, visible.diff().position()) : -1;
        }).orElse(-1);
    }
}
