package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.words.Sentence;

/// One choice of an answer, or the whole answer of llama.cpp, while its members come, in whichever order.
final class Choice {

    private static final int MOST_TOKENS = 1_000_000;

    private final JsonStream json;
    private final List<Piece> pieces = new ArrayList<>();
    private final Numbers numbers = new Numbers();
    /// As many as pieces, or none as long as none was told.
    private final List<List<Alternative>> tops = new ArrayList<>();
    Format format;
    Scale scale = Scale.LOGPROB;
    Ending ending = Ending.UNKNOWN;
    int index = -1;

    Choice(JsonStream json) {
        this.json = json;
    }

    /// Appends a token with its number.
    ///
    /// @param number null, or a buffer that holds nothing, if none is printed
    void add(Piece piece, CharSequence number, List<Alternative> top) {
        add(piece, top);
        numbers.add(number);
    }

    /// Appends a token with a number that was read before.
    void add(Piece piece, Numbers read, int place, List<Alternative> top) {
        add(piece, top);
        numbers.add(read, place);
    }

    private void add(Piece piece, List<Alternative> top) {
        if (pieces.size() == MOST_TOKENS) {
            throw json.wrong(Sentence.of("recording.this-answer-has-more-than", MOST_TOKENS),
                    Sentence.of("recording.split-the-file"));
        }
        while (!top.isEmpty() && tops.size() < pieces.size()) {
            tops.add(List.of());
        }
        if (!top.isEmpty() || !tops.isEmpty()) {
            tops.add(List.copyOf(top.subList(0, Math.min(PrintedToken.MOST_TOP, top.size()))));
        }
        pieces.add(piece);
    }

    /// Gives the tokens their ids, which stand in a list of their own, if it is about the same tokens.
    void identify(List<Integer> ids, PieceReader reader) {
        if (ids.size() == pieces.size()) {
            for (int i = 0; i < ids.size(); i++) {
                Piece piece = pieces.get(i);
                pieces.set(i, reader.of(ids.get(i), piece.text(), piece.hex()));
            }
        }
    }

    /// The tokens; nothing is added after this.
    PrintedTokens tokens() {
        return new PrintedTokens(pieces.toArray(Piece[]::new), numbers, tops);
    }
}
