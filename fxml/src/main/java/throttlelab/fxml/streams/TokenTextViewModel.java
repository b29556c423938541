package throttlelab.fxml.streams;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import throttlelab.engine.model.Tokenizer;
import throttlelab.fxml.texts.Texts;

/// Tokens made visible: whitespace by signs, bytes that are no text by their hex digits.
public final class TokenTextViewModel {

    /// A token for eyes.
    ///
    /// @param text what it says, without the space that it begins with
    /// @param spaced whether it begins with a space and says something besides
    record Visible(String text, boolean spaced) {
    }

    private final Tokenizer tokenizer;
    private final Visible[] known;

    /// The tokens of a tokenizer.
    public TokenTextViewModel(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.known = new Visible[tokenizer.size()];
    }

    Visible visible(int token) {
        if (known[token] == null) {
            known[token] = visible(tokenizer.bytes(token));
        }
        return known[token];
    }

    static Visible visible(byte[] bytes) {
        String text = decode(bytes);
        if (text == null) {
            return new Visible(Texts.get("streams.bytes", HexFormat.of().formatHex(bytes)), false);
        }
        boolean spaced = text.startsWith(" ") && !text.isBlank();
        StringBuilder signs = new StringBuilder();
        text.substring(spaced ? 1 : 0).codePoints().forEach(character -> sign(character, signs));
        return new Visible(signs.toString(), spaced);
    }

    /// As it is written between quotation marks in a programming language.
    public String quoted(int token) {
        String text = decode(tokenizer.bytes(token));
        if (text == null) {
            return visible(token).text();
        }
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t") + "\"";
    }

    private static void sign(int character, StringBuilder signs) {
        switch (character) {
            case ' ' -> signs.append('·');
            case '\n' -> signs.append('⏎');
            case '\t' -> signs.append('→');
            default -> {
                if (Character.isISOControl(character)) {
                    signs.append(Texts.get("streams.bytes", HexFormat.of().toHexDigits((byte) character)));
                } else {
                    signs.appendCodePoint(character);
                }
            }
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
