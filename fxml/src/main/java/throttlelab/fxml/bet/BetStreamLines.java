package throttlelab.fxml.bet;

import java.util.List;
import java.util.Locale;
import throttlelab.fxml.streams.LineHead;
import throttlelab.fxml.streams.Mark;
import throttlelab.fxml.streams.StreamCell;
import throttlelab.fxml.streams.StreamLines;
import throttlelab.fxml.streams.UlpText;
import throttlelab.fxml.texts.Texts;

/// The stream of `none`, and below it that of another profile; of `none` itself just the one.
///
/// @param profile the other profile's name
/// @param reference tokens of `none`; grows
/// @param pairs tokens of both; grows
/// @param positions how many there will be
/// @param alone whether it is `none` itself
record BetStreamLines(String profile, List<StreamToken> reference, List<StreamPair> pairs, int positions,
        boolean alone) implements StreamLines {

    private static final float TINY = 0.001f;

    @Override
    public int lines() {
        return alone ? 1 : 2;
    }

    @Override
    public LineHead head(int line) {
        return line == 0 ? new LineHead("none", Texts.get("bet.outcome.reference")) : new LineHead(profile, "");
    }

    @Override
    public int size(int line) {
        return line == 0 ? reference.size() : pairs.size();
    }

    @Override
    public StreamCell cell(int line, int position) {
        if (line == 0) {
            StreamToken token = reference.get(position);
            return cell(token, String.format(Locale.ROOT, Math.abs(token.logprob()) < TINY ? "%.0e" : "%.4f",
                    token.logprob()), Mark.EXPECTED, false);
        }
        StreamPair pair = pairs.get(position);
        return switch (pair.outcome()) {
            case TOKEN -> cell(pair.actual(), Texts.get("streams.note.token", visible(pair.reference())), Mark.TOKEN,
                    pair.consequence());
            case BITS -> cell(pair.actual(), Texts.get("streams.note.logprob", UlpText.brief(pair.ulps())), Mark.LOGPROB,
                    pair.consequence());
            default -> cell(pair.actual(), Texts.get("streams.note.equal"), Mark.EQUAL, pair.consequence());
        };
    }

    private static StreamCell cell(StreamToken token, String note, Mark mark, boolean consequence) {
        return new StreamCell(visible(token), token.text().startsWith(" ") && !token.text().isBlank(), note, mark,
                consequence);
    }

    /// A token of white space alone would look like none.
    private static String visible(StreamToken token) {
        return token.text().isBlank() ? token.text().replace('\n', '⏎').replace(' ', '·') : token.text().strip();
    }
}
