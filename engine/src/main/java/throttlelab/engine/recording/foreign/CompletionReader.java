package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.files.CharacterBuffer;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.words.Sentence;

/// Reads the log-probabilities of completions, which stand in lists of their own: `tokens`, `token_logprobs`,
/// `top_logprobs`, `text_offset`. Entries may be null: with `echo`, that of the first token always is.
///
/// Servers that print them as chat completions do, under `content`, are understood, too.
final class CompletionReader {

    private final JsonStream json;
    private final PieceReader pieces;
    private final TokenReader whole;
    private final CharacterBuffer number = new CharacterBuffer();
    private final List<Piece> tokens = new ArrayList<>();
    private final Numbers numbers = new Numbers();
    private final List<List<Alternative>> tops = new ArrayList<>();
    private int offsets = -1;

    private CompletionReader(JsonStream json, PieceReader pieces, TokenReader whole) {
        this.json = json;
        this.pieces = pieces;
        this.whole = whole;
    }

    /// Appends all tokens of the object `logprobs` that stands here to `choice`.
    ///
    /// @param whole reads tokens that stand with all that is said of them in one object
    static void read(JsonStream json, PieceReader pieces, TokenReader whole, Choice choice) {
        CompletionReader reader = new CompletionReader(json, pieces, whole);
        json.object(key -> reader.member(key, choice));
        reader.join(choice);
    }

    private void member(String key, Choice choice) {
        switch (key) {
            case "content" -> {
                choice.format = Format.CHAT;
                json.array(() -> whole.read(choice));
            }
            case "tokens" -> {
                choice.format = Format.COMPLETIONS;
                json.array(() -> tokens.add(pieces.ofText()));
            }
            case "token_logprobs" -> json.array(this::number);
            case "top_logprobs" -> json.array(() -> tops.add(top()));
            case "text_offset" -> offsets = json.numbers(() -> json.integer(0, Integer.MAX_VALUE)).length;
            default -> {
                // Servers say more than is needed here.
            }
        }
    }

    private void number() {
        number.clear();
        if (!json.isNull()) {
            json.printed(number);
        }
        numbers.add(number);
    }

    /// The likeliest tokens at one position: a map from text to log-probability, or a list of objects.
    private List<Alternative> top() {
        List<Alternative> top = new ArrayList<>();
        if (json.isArray()) {
            json.array(() -> top.add(whole.alternative()));
        } else if (!json.isNull()) {
            json.object(text -> {
                Piece piece = pieces.of(pieces.checked(text));
                json.printed(number);
                top.add(new Alternative(piece, number.toString()));
            });
        }
        return List.copyOf(top.subList(0, Math.min(PrintedToken.MOST_TOP, top.size())));
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
            choice.add(tokens.get(i), numbers, i, tops.isEmpty() ? List.of() : tops.get(i));
        }
    }

    private void sized(String name, int size) {
        if (size != tokens.size()) {
            throw json.wrong(Sentence.of("recording.there-are-entries-in-for", size, name, tokens.size()),
                    Sentence.of("recording.use-the-answer-as-the"));
        }
    }
}
