package throttlelab.engine.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.words.Sentence;

/// A byte-level BPE with the semantics of Hugging Face's `tokenizer.json`: added tokens are found first, the text
/// between them is normalised, split into pieces by a pattern, and each piece is merged by rank.
///
/// An added token that stands in the text, such as `<|eos|>`, becomes its id and not a row of characters. That is what
/// Hugging Face's own tokenizer and the servers built on it do, so a prompt means the same tokens here and there, and a
/// person may write the marks of a chat. Whoever takes prompts from a stranger and wants them to be plain text must
/// look for such marks first.
///
/// Immutable, shared by all threads. Unicode classes are those of the Java platform.
public final class Tokenizer {

    private final Sha256 digest;
    private final int beginToken;
    private final boolean composes;
    private final Pattern pattern;
    private final AddedTokens verbatim;
    private final AddedTokens normalised;
    private final Map<String, Integer> whole;
    private final int[] byteTokens;
    private final MergeTable merges;
    private final byte[][] bytes;

    Tokenizer(TokenizerReader reader, Sha256 digest, int beginToken) {
        this.digest = digest;
        this.beginToken = beginToken;
        composes = reader.composes();
        pattern = reader.pattern();
        verbatim = reader.verbatim();
        normalised = reader.normalised();
        whole = reader.whole();
        byteTokens = reader.byteTokens();
        merges = reader.merges();
        bytes = reader.bytes();
    }

    /// The tokenizer of the checkpoint in `directory`, without its weights.
    ///
    /// @throws InputException if it cannot be read
    public static Tokenizer load(Path directory) {
        return TokenizerReader.read(directory.resolve("tokenizer.json"),
                ConfigReader.read(directory.resolve("config.json")));
    }

    /// The tokens of `text`, without a begin token.
    ///
    /// @throws InputException if `text` is not valid Unicode (a surrogate without its partner)
    public int[] encode(String text) {
        int lone = firstLoneSurrogate(text);
        if (lone >= 0) {
            throw new InputException(Sentence.of("model.the-prompt-is-not-valid", lone));
        }
        IntStream.Builder out = IntStream.builder();
        verbatim.split(text, part -> normalised.split(composes ? Normalizer.normalize(part, Normalizer.Form.NFC) : part,
                piece -> encode(piece, out), out::add), out::add);
        return out.build().toArray();
    }

    /// The tokens of a prompt: the begin token, if the model has one, and those of `text`.
    ///
    /// @throws InputException if `text` is empty or not valid Unicode
    public int[] encodePrompt(String text) {
        if (text.isEmpty()) {
            throw new InputException(Sentence.of("model.the-prompt-is-empty-type"));
        }
        int[] tokens = encode(text);
        return beginToken < 0 ? tokens : IntStream.concat(IntStream.of(beginToken), IntStream.of(tokens)).toArray();
    }

    /// The text of tokens, added tokens written out; bytes that are not valid UTF-8 are shown as U+FFFD.
    public String decode(int[] ids) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int id : ids) {
            text.writeBytes(bytes[id]);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /// The bytes of a token, a part of some UTF-8 text; none for an id that the tokenizer gives to no token.
    public byte[] bytes(int id) {
        return bytes[id].clone();
    }

    /// A token for eyes: its text, bytes that are not valid UTF-8 by themselves shown as U+FFFD.
    public String piece(int id) {
        return new String(bytes[id], StandardCharsets.UTF_8);
    }

    /// How many ids there are, from 0 on: as many as the model's vocabulary.
    public int size() {
        return bytes.length;
    }

    /// SHA-256 of the bytes of `tokenizer.json`.
    public Sha256 digest() {
        return digest;
    }

    /// Splits `text` into the matches of the pattern and what lies between them.
    private void encode(String text, IntStream.Builder out) {
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (matcher.find()) {
            merge(text.substring(from, matcher.start()), out);
            merge(matcher.group(), out);
            from = matcher.end();
        }
        merge(text.substring(from), out);
    }

    private void merge(String piece, IntStream.Builder out) {
        byte[] utf8 = piece.getBytes(StandardCharsets.UTF_8);
        Integer known = whole.isEmpty() ? null : whole.get(symbols(utf8));
        if (known != null) {
            out.add(known);
            return;
        }
        int[] tokens = new int[utf8.length];
        for (int i = 0; i < utf8.length; i++) {
            tokens[i] = byteTokens[utf8[i] & 0xff];
        }
        merges.apply(tokens, tokens.length, out);
    }

    private static String symbols(byte[] utf8) {
        StringBuilder symbols = new StringBuilder(utf8.length);
        for (byte value : utf8) {
            symbols.append(ByteAlphabet.symbol(value & 0xff));
        }
        return symbols.toString();
    }

    /// The index of the first surrogate without its partner, -1 in valid Unicode.
    static int firstLoneSurrogate(String text) {
        for (int at = 0; at < text.length();) {
            int character = text.codePointAt(at);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return at;
            }
            at += Character.charCount(character);
        }
        return -1;
    }
}
