package throttlelab.fxml.streams;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import throttlelab.engine.comparison.Difference;
import throttlelab.engine.comparison.LiveDiff;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.LiveStream;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.texts.Texts;

/// The baseline's stream above, those of the run and its twin below it.
final class StreamLinesViewModel implements StreamLines {

    private static final TokenStream NOTHING = new TokenStream(new int[0], "", new float[0], new float[0]);

    private final TokenTextViewModel texts;
    private final TokenStream expected;
    private final LineHead baseline;
    private final List<LiveRun> runs;
    private final List<LiveDiff> diffs = new ArrayList<>();
    private final int positions;

    /// @param expected the baseline's stream; `null` if there is none
    /// @param runs the run and its twin, as many as there are
    /// @param positions how many tokens are asked for
    StreamLinesViewModel(TokenTextViewModel texts, TokenStream expected, LineHead baseline, List<LiveRun> runs,
            int positions) {
        this.texts = texts;
        this.expected = expected;
        this.baseline = baseline;
        this.runs = runs;
        this.positions = positions;
        runs.forEach(run -> diffs.add(new LiveDiff(expected == null ? NOTHING : expected)));
    }

    boolean of(TokenStream otherExpected, LineHead otherBaseline, List<LiveRun> otherRuns, int otherPositions) {
        return expected == otherExpected && baseline.equals(otherBaseline) && runs.equals(otherRuns)
                && positions == otherPositions;
    }

    /// Takes the tokens that have come since.
    ///
    /// @return whether there were any
    boolean look() {
        boolean grown = false;
        for (int i = 0; i < runs.size(); i++) {
            LiveStream stream = runs.get(i).stream();
            LiveDiff diff = diffs.get(i);
            for (int now = stream.size(); diff.size() < now; grown = true) {
                diff.add(stream.token(diff.size()), stream.logprob(diff.size()));
            }
        }
        return grown;
    }

    @Override
    public int lines() {
        return Math.max(2, 1 + runs.size());
    }

    @Override
    public LineHead head(int line) {
        if (line == 0) {
            return baseline;
        }
        String title = Texts.get(line == 1 ? "streams.live" : "streams.twin");
        return runs.isEmpty() ? new LineHead(title, "") : new LineHead(title,
                Texts.get("streams.policy." + runs.get(line - 1).setup().settings().policy().id()));
    }

    @Override
    public int positions() {
        return positions;
    }

    @Override
    public int size(int line) {
        if (line == 0) {
            return expected == null ? 0 : Math.min(positions, expected.length());
        }
        return runs.isEmpty() ? 0 : diffs.get(line - 1).size();
    }

    @Override
    public StreamCell cell(int line, int position) {
        if (line == 0) {
            return cell(expected.tokens()[position], logprob(expected.logprobs()[position]), Mark.EXPECTED, false);
        }
        LiveStream stream = runs.get(line - 1).stream();
        LiveDiff diff = diffs.get(line - 1);
        if (position >= diff.length()) {
            return cell(stream.token(position), logprob(stream.logprob(position)), Mark.UNCOMPARED, false);
        }
        PositionDiff at = diff.at(position);
        String note = switch (at.kind()) {
            case EQUAL -> Texts.get("streams.note.equal");
            case LOGPROB -> Texts.get("streams.note.logprob", UlpText.brief(at.ulps()));
            case TOKEN -> Texts.get("streams.note.token", texts.visible(at.expectedToken()).text());
        };
        return cell(at.actualToken(), note, mark(at.kind()), at.consequence());
    }

    private StreamCell cell(int token, String note, Mark mark, boolean consequence) {
        TokenTextViewModel.Visible visible = texts.visible(token);
        return new StreamCell(visible.text(), visible.spaced(), note, mark, consequence);
    }

    private static Mark mark(Difference kind) {
        return switch (kind) {
            case EQUAL -> Mark.EQUAL;
            case LOGPROB -> Mark.LOGPROB;
            case TOKEN -> Mark.TOKEN;
        };
    }

    private static String logprob(float logprob) {
        return String.format(Locale.ROOT, logprob > -0.001f && logprob != 0 ? "%.0e" : "%.4f", logprob);
    }

    /// What is known of a position.
    TokenDetails details(int position) {
        List<TokenSide> sides = new ArrayList<>();
        if (position < size(0)) {
            boolean margin = expected.margins().length > 0;
            sides.add(side(baseline, Mark.EXPECTED, expected.tokens()[position], expected.logprobs()[position],
                    "", margin ? margin(expected.margins()[position]) : Texts.get("streams.unknown")));
        }
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (position < diffs.get(i).size()) {
                sides.add(side(i, position));
                sentences.add(runs.size() == 1 ? verdict(i, position)
                        : Texts.get("streams.details.of", head(i + 1).title(), verdict(i, position)));
            }
        }
        return new TokenDetails(position, sentences.isEmpty() ? Texts.get("streams.details.pending")
                : String.join("\n", sentences), sides);
    }

    private TokenSide side(int run, int position) {
        LiveStream stream = runs.get(run).stream();
        LiveDiff diff = diffs.get(run);
        boolean compared = position < diff.length();
        String distance = !compared ? Texts.get("streams.details.uncompared") : switch (diff.at(position).kind()) {
            case EQUAL -> Texts.get("streams.details.equal");
            case LOGPROB -> Texts.get("streams.details.ulps", diff.at(position).ulps());
            case TOKEN -> Texts.get("streams.details.token");
        };
        return side(head(run + 1), compared ? mark(diff.at(position).kind()) : Mark.UNCOMPARED, stream.token(position),
                stream.logprob(position), distance, margin(stream.margin(position)));
    }

    private TokenSide side(LineHead head, Mark mark, int token, float logprob, String distance, String margin) {
        return new TokenSide(head.title(), head.remark(), mark, Integer.toString(token), texts.quoted(token),
                Float.toString(logprob), HexFormat.of().toHexDigits(Float.floatToIntBits(logprob)), distance, margin);
    }

    private static String margin(float margin) {
        return String.format(Locale.ROOT, margin < 0.001 ? "%.2e" : "%.4f", margin);
    }

    private String verdict(int run, int position) {
        LiveDiff diff = diffs.get(run);
        if (position >= diff.length()) {
            return Texts.get("streams.sentence.uncompared");
        }
        PositionDiff at = diff.at(position);
        String sentence = switch (at.kind()) {
            case EQUAL -> Texts.get("streams.sentence.equal");
            case LOGPROB -> Texts.get("streams.sentence.logprob", at.ulps());
            case TOKEN -> Texts.get("streams.sentence.token", texts.quoted(at.expectedToken()),
                    texts.quoted(at.actualToken()));
        };
        return at.consequence() ? sentence + " " + Texts.get("streams.sentence.consequence") : sentence;
    }
}
