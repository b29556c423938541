package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import throttlelab.engine.files.CharacterBuffer;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.words.Sentence;

/// Reads tokens that stand with all that is said of them in one object each: `token` or `tok_str` or `content`, `id`,
/// `bytes`, `logprob` or `prob`, and the likeliest tokens under `top_logprobs`, `top_probs` or `probs`.
///
/// One reader reads all tokens of a file, and makes no object for one that was seen before.
final class TokenReader {

    private final JsonStream json;
    private final PieceReader pieces;
    private final Consumer<String> member = this::member;
    private final Runnable alternative = this::add;
    private final CharacterBuffer text = new CharacterBuffer();
    private final CharacterBuffer number = new CharacterBuffer();
    private final TokenBytes bytes = new TokenBytes();
    /// Reads the likeliest tokens while this one is not yet at its end.
    private TokenReader inner;
    private List<Alternative> top;
    private int id;
    private boolean probability;
    private boolean old;

    TokenReader(JsonStream json, PieceReader pieces) {
        this.json = json;
        this.pieces = pieces;
    }

    /// Appends the token that stands here to `choice`, which learns from it what the numbers are.
    void read(Choice choice) {
        read();
        choice.scale = probability ? Scale.PROBABILITY : choice.scale;
        choice.format = old ? Format.LLAMA_CPP_OLD : choice.format;
        Piece piece = piece();
        choice.add(piece, old ? listed() : number, top);
    }

    /// One of the likeliest tokens, which stands here.
    Alternative alternative() {
        read();
        return new Alternative(piece(), number.toString());
    }

    private void read() {
        text.clear();
        number.clear();
        bytes.clear();
        top = List.of();
        id = -1;
        probability = false;
        old = false;
        json.object(member);
    }

    private void member(String key) {
        switch (key) {
            case "token", "tok_str" -> pieces.text(text);
            case "content" -> {
                old = true;
                pieces.text(text);
            }
            case "bytes" -> pieces.bytes(bytes);
            case "id" -> id = json.integer(-1, Integer.MAX_VALUE);
            case "logprob" -> json.printed(number);
            case "prob" -> {
                probability = true;
                json.printed(number);
            }
            case "top_logprobs" -> json.array(alternative);
            case "top_probs", "probs" -> {
                probability = true;
                json.array(alternative);
            }
            default -> {
                // Servers say more than is needed here.
            }
        }
    }

    private void add() {
        if (top.isEmpty()) {
            top = new ArrayList<>();
        }
        if (inner == null) {
            inner = new TokenReader(json, pieces);
        }
        top.add(inner.alternative());
    }

    private Piece piece() {
        if (!text.isFilled() && id < 0) {
            throw json.wrong(Sentence.of("recording.this-token-has-neither-text"),
                    Sentence.of("recording.use-the-answer-as-the"));
        }
        return pieces.of(id, text, bytes);
    }

    /// Older builds of llama.cpp give the chosen token's probability only in the list, if it is there.
    private String listed() {
        String chosen = text.toString();
        return top.stream().filter(one -> chosen.equals(one.piece().text())).findFirst()
                .map(Alternative::number).orElse(null);
    }
}
