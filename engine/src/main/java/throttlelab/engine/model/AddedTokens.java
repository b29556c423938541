package throttlelab.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Finds the added tokens of a tokenizer in a text: from left to right, the longest that fits.
final class AddedTokens {

    private record Token(String content, int id) {
    }

    private final Map<Character, List<Token>> byFirst = new HashMap<>();

    /// Adds the token `id`, written as `content`, which is not empty.
    void put(String content, int id) {
        List<Token> tokens = byFirst.computeIfAbsent(content.charAt(0), first -> new ArrayList<>());
        tokens.add(new Token(content, id));
        tokens.sort(Comparator.comparingInt((Token token) -> token.content().length()).reversed());
    }

    /// Hands on the text between the tokens, where there is any, and the tokens, in their order.
    void split(String text, Consumer<String> between, IntConsumer tokens) {
        int from = 0;
        for (int at = 0; at < text.length();) {
            Token token = at(text, at);
            if (token == null) {
                at++;
            } else {
                hand(text, from, at, between);
                tokens.accept(token.id());
                at += token.content().length();
                from = at;
            }
        }
        hand(text, from, text.length(), between);
    }

    private Token at(String text, int at) {
        for (Token token : byFirst.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(token.content(), at)) {
                return token;
            }
        }
        return null;
    }

    private static void hand(String text, int from, int to, Consumer<String> between) {
        if (to > from) {
            between.accept(text.substring(from, to));
        }
    }
}
