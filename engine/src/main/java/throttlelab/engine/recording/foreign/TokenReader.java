package throttlelab.engine.recording.foreign;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.files.JsonStream;

/// Reads a token that stands with all that is said of it in one object: `token` or `tok_str` or `content`, `id`,
/// `bytes`, `logprob` or `prob`, and the likeliest tokens under `top_logprobs`, `top_probs` or `probs`.
final class TokenReader {

    private final JsonStream json;
    private final PieceReader pieces;
    private final List<Alternative> top = new ArrayList<>();
    private String text;
    private String hex;
    private String number;
    private int id = -1;
    private boolean probability;
    private boolean old;

    private TokenReader(JsonStream json, PieceReader pieces) {
        this.json = json;
        this.pieces = pieces;
    }

    /// Appends the token that stands here to `choice`, which learns from it what the numbers are.
    static void read(JsonStream json, PieceReader pieces, Choice choice) {
        TokenReader reader = new TokenReader(json, pieces);
        json.object(reader::member);
        choice.scale = reader.probability ? Scale.PROBABILITY : choice.scale;
        choice.format = reader.old ? Format.LLAMA_CPP_OLD : choice.format;
        choice.add(reader.token());
    }

    /// One of the likeliest tokens, which stands here.
    static Alternative alternative(JsonStream json, PieceReader pieces) {
        TokenReader reader = new TokenReader(json, pieces);
        json.object(reader::member);
        return new Alternative(reader.piece(), reader.number);
    }

    private void member(String key) {
        switch (key) {
            case "token", "tok_str" -> text = pieces.text();
            case "content" -> {
                old = true;
                text = pieces.text();
            }
            case "bytes" -> hex = pieces.hex();
            case "id" -> id = json.integer(-1, Integer.MAX_VALUE);
            case "logprob" -> number = json.printed();
            case "prob" -> {
                probability = true;
                number = json.printed();
            }
            case "top_logprobs" -> top();
            case "top_probs", "probs" -> {
                probability = true;
                top();
            }
            default -> {
                // Servers say more than is needed here.
            }
        }
    }

    private void top() {
        json.array(() -> top.add(alternative(json, pieces)));
    }

    private Piece piece() {
        if (text == null && id < 0) {
            throw json.wrong("this token has neither text nor id", "use the answer as the server wrote it");
        }
        return pieces.of(id, text, hex);
    }

    /// Older builds of llama.cpp give the chosen token's probability only in the list, if it is there.
    private String number() {
        return !old ? number : top.stream().filter(one -> text.equals(one.piece().text())).findFirst()
                .map(Alternative::number).orElse(null);
    }

    private PrintedToken token() {
        return new PrintedToken(piece(), number(), top.subList(0, Math.min(PrintedToken.MOST_TOP, top.size())));
    }
}
