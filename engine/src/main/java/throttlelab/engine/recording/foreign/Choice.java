package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.files.JsonStream;

/// One choice of an answer, or the whole answer of llama.cpp, while its members come, in whichever order.
final class Choice {

    private static final int MOST_TOKENS = 1_000_000;

    private final JsonStream json;
    final List<PrintedToken> tokens = new ArrayList<>();
    Format format;
    Scale scale = Scale.LOGPROB;
    Ending ending = Ending.UNKNOWN;
    int index = -1;

    Choice(JsonStream json) {
        this.json = json;
    }

    void add(PrintedToken token) {
        if (tokens.size() == MOST_TOKENS) {
            throw json.wrong("this answer has more than " + MOST_TOKENS + " tokens", "split the file");
        }
        tokens.add(token);
    }

    /// Gives the tokens their ids, which stand in a list of their own, if it is about the same tokens.
    void identify(List<Integer> ids, PieceReader pieces) {
        if (ids.size() == tokens.size()) {
            for (int i = 0; i < ids.size(); i++) {
                PrintedToken token = tokens.get(i);
                Piece piece = token.piece();
                tokens.set(i, new PrintedToken(pieces.of(ids.get(i), piece.text(), piece.hex()), token.number(),
                        token.top()));
            }
        }
    }
}
