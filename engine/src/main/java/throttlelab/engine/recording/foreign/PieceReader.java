package throttlelab.engine.recording.foreign;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throttlelab.engine.files.CharacterBuffer;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.words.Sentence;

/// Reads what servers say of a token, and keeps one copy of each: an answer has far more tokens than a vocabulary.
final class PieceReader {

    private static final int LONGEST_TEXT = 4_096;
    private static final String REPLACEMENT = "\uFFFD";
    /// What vLLM writes when it is told to return tokens as ids.
    private static final Pattern ID = Pattern.compile("token_id:(\\d{1,9})");
    /// What llama.cpp wrote for a token that is a part of a character, before it gave bytes.
    private static final Pattern LONE_BYTE = Pattern.compile("byte: \\\\x([0-9a-f]{2})");

    private final JsonStream json;
    /// What was said of a token, and which one that is.
    private final PieceTable known = new PieceTable();
    private final Vocabulary vocabulary;
    private final CharacterBuffer asked = new CharacterBuffer();
    private final TokenBytes askedBytes = new TokenBytes();
    private final Runnable nextByte = this::addByte;
    private TokenBytes bytes;

    PieceReader(JsonStream json, Vocabulary vocabulary) {
        this.json = json;
        this.vocabulary = vocabulary;
    }

    /// Reads a token's text.
    void text(CharacterBuffer text) {
        json.text(LONGEST_TEXT, text);
    }

    /// A token's text that stands as a key.
    String checked(String key) {
        if (key.length() > LONGEST_TEXT) {
            throw json.wrong(Sentence.of("recording.this-token-has-more-than", LONGEST_TEXT),
                    Sentence.of("recording.check-what-wrote-it"));
        }
        return key;
    }

    /// Reads the bytes of a token from an array of whole numbers.
    void bytes(TokenBytes token) {
        bytes = token;
        bytes.begin();
        json.array(nextByte);
    }

    private void addByte() {
        if (bytes.length() == LONGEST_TEXT) {
            throw json.wrong(Sentence.of("recording.this-token-has-more-than-bytes", LONGEST_TEXT),
                    Sentence.of("recording.check-what-wrote-it"));
        }
        bytes.add((byte) json.integer(0, 255));
    }

    /// The token with the text that stands here, and nothing else known of it.
    Piece ofText() {
        askedBytes.clear();
        text(asked);
        return of(-1, asked, askedBytes);
    }

    /// The token with this text, and nothing else known of it.
    Piece of(String text) {
        return of(-1, text, null);
    }

    /// The token of which a server says all this.
    ///
    /// @param id −1 where it does not say
    /// @param text null where it does not say
    /// @param hex null where it does not say
    Piece of(int id, String text, String hex) {
        asked.set(text);
        askedBytes.set(hex);
        return of(id, asked, askedBytes);
    }

    /// The token of which a server says all this.
    ///
    /// @param id −1 where it does not say
    /// @param text holds nothing where it does not say
    /// @param said its bytes; holds nothing where it does not say
    Piece of(int id, CharacterBuffer text, TokenBytes said) {
        int hash = PieceTable.hash(id, text, said);
        Piece piece = known.find(hash, id, text, said);
        if (piece == null) {
            piece = vocabulary.kept(which(id, text.toString(), said.hex()));
            known.put(hash, id, text, said, piece);
        }
        return piece;
    }

    private static Piece which(int id, String text, String hex) {
        Matcher numbered = ID.matcher(text == null ? "" : text);
        if (numbered.matches()) {
            // The bytes that come with such a text are those of the text, not of the token.
            return new Piece(Integer.parseInt(numbered.group(1)), null, null);
        }
        Matcher lone = LONE_BYTE.matcher(text == null ? "" : text);
        Optional<String> bytes = lone.matches() ? Optional.of(lone.group(1)) : trusted(text, hex);
        return new Piece(id, bytes.orElse(null), bytes.map(PieceReader::decoded).orElse(text));
    }

    /// A server that decodes a token before it looks at its bytes gives those of U+FFFD for a part of a character. They
    /// are not the token's.
    private static Optional<String> trusted(String text, String hex) {
        boolean replaced = text != null && text.contains(REPLACEMENT)
                && HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).equals(hex);
        return replaced ? Optional.empty() : Optional.ofNullable(hex);
    }

    static String decoded(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }
}
