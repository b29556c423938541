package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.files.JsonStream;

/// Reads the log-probabilities of completions, which stand in lists of their own: `tokens`, `token_logprobs`,
/// `top_logprobs`, `text_offset`. Entries may be null: with `echo`, that of the first token always is.
///
/// Servers that print them as chat completions do, under `content`, are understood, too.
final class CompletionReader {

    private final JsonStream json;
    private final PieceReader pieces;
    private final List<Piece> tokens = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<List<Alternative>> tops = new ArrayList<>();
    private int offsets = -1;

    private CompletionReader(JsonStream json, PieceReader pieces) {
        this.json = json;
        this.pieces = pieces;
    }

    /// Appends all tokens of the object `logprobs` that stands here to `choice`.
    static void read(JsonStream json, PieceReader pieces, Choice choice) {
        CompletionReader reader = new CompletionReader(json, pieces);
        json.object(key -> reader.member(key, choice));
        reader.join(choice);
    }

    private void member(String key, Choice choice) {
        switch (key) {
            case "content" -> {
                choice.format = Format.CHAT;
                json.array(() -> TokenReader.read(json, pieces, choice));
            }
            case "tokens" -> {
                choice.format = Format.COMPLETIONS;
                json.array(() -> tokens.add(pieces.of(pieces.text())));
            }
            case "token_logprobs" -> json.array(() -> numbers.add(json.isNull() ? null : json.printed()));
            case "top_logprobs" -> json.array(() -> tops.add(top()));
            case "text_offset" -> offsets = json.numbers(() -> json.integer(0, Integer.MAX_VALUE)).length;
            default -> {
                // Servers say more than is needed here.
            }
        }
    }

    /// The likeliest tokens at one position: a map from text to log-probability, or a list of objects.
    private List<Alternative> top() {
        List<Alternative> top = new ArrayList<>();
        if (json.isArray()) {
            json.array(() -> top.add(TokenReader.alternative(json, pieces)));
        } else if (!json.isNull()) {
            json.object(text -> {
                Piece piece = pieces.of(pieces.checked(text));
                top.add(new Alternative(piece, json.printed()));
            });
        }
        return top.subList(0, Math.min(PrintedToken.MOST_TOP, top.size()));
    }

    private void join(Choice choice) {
        sized("token_logprobs", numbers.size());
        if (!tops.isEmpty()) {
            sized("top_logprobs", tops.size());
        }
        if (offsets >= 0) {
            sized("text_offset", offsets);
        }
        for (int i = 0; i < tokens.size(); i++) {
            choice.add(new PrintedToken(tokens.get(i), numbers.get(i), tops.isEmpty() ? List.of() : tops.get(i)));
        }
    }

    private void sized(String name, int size) {
        if (size != tokens.size()) {
            throw json.wrong("there are " + size + " entries in " + name + " for " + tokens.size() + " tokens",
                    "use the answer as the server wrote it");
        }
    }
}
