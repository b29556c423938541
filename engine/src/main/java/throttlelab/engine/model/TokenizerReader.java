package throttlelab.engine.model;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// Reads a `tokenizer.json` and refuses what this tokenizer would do otherwise than Hugging Face's.
final class TokenizerReader {

    private static final int LIMIT = 1 << 26;
    private static final Sentence OTHER = Sentence.of("model.choose-another-model");
    private static final Sentence AGAIN = Sentence.of("model.download-or-export-the-file");

    private final JsonInput json;
    private final JsonInput model;
    private final AddedTokens verbatim = new AddedTokens();
    private final AddedTokens normalised = new AddedTokens();
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final MergeTable merges = new MergeTable();
    private final int[] byteTokens = new int[256];
    private final byte[][] bytes;
    private final boolean composes;
    private final Pattern pattern;

    private TokenizerReader(JsonInput json, int size) {
        this.json = json;
        model = json.at("model");
        bytes = new byte[size][];
        composes = readNormalizer();
        pattern = SplitPattern.read(json.at("pre_tokenizer"));
        checkRest();
        readVocabulary();
        readMerges();
        json.maybe("added_tokens").map(JsonInput::items).orElse(List.of()).forEach(this::readAddedToken);
        for (int id = 0; id < size; id++) {
            bytes[id] = bytes[id] == null ? new byte[0] : bytes[id];
        }
    }

    /// @param config tells the ids there may be, and the begin token
    static Tokenizer read(Path file, ModelConfig config) {
        byte[] content = TextFiles.readBytes(file, LIMIT);
        JsonInput json = JsonInput.parse(TextFiles.decode(content, file.toString()), file.toString());
        return new Tokenizer(new TokenizerReader(json, config.vocabularySize()),
                new Hasher().add(content, 0, content.length).finish(), config.beginToken());
    }

    boolean composes() {
        return composes;
    }

    Pattern pattern() {
        return pattern;
    }

    AddedTokens verbatim() {
        return verbatim;
    }

    AddedTokens normalised() {
        return normalised;
    }

    /// The vocabulary where whole pieces are looked up before merging, otherwise empty.
    Map<String, Integer> whole() {
        return flag(model, "ignore_merges", false) ? Map.copyOf(vocabulary) : Map.of();
    }

    int[] byteTokens() {
        return byteTokens;
    }

    MergeTable merges() {
        return merges;
    }

    byte[][] bytes() {
        return bytes;
    }

    private boolean readNormalizer() {
        Optional<JsonInput> type = json.maybe("normalizer").map(normalizer -> normalizer.at("type"));
        type.filter(name -> !name.text().equals("NFC")).ifPresent(name -> {
            throw name.wrong(Sentence.of("model.only-nfc-or-no-normalizer", BadInput.quoted(name.text())), OTHER);
        });
        return type.isPresent();
    }

    /// What would add, drop or change tokens elsewhere.
    private void checkRest() {
        json.maybe("post_processor").ifPresent(processor -> requireType(processor, "ByteLevel"));
        requireType(json.at("decoder"), "ByteLevel");
        requireType(model, "BPE");
        for (String name : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
            model.maybe(name).filter(affix -> !affix.text().isEmpty()).ifPresent(affix -> {
                throw affix.wrong(Sentence.of("model.only-a-tokenizer-without-it"), OTHER);
            });
        }
        model.maybe("byte_fallback").filter(JsonInput::truth).ifPresent(fallback -> {
            throw fallback.wrong(Sentence.of("model.only-false-is-known-here"), OTHER);
        });
        model.maybe("dropout").filter(dropout -> dropout.number(0, 1) > 0).ifPresent(dropout -> {
            throw dropout.wrong(Sentence.of("model.with-it-every-prompt-would"), Sentence.of("model.set-it-to-null"));
        });
    }

    private static void requireType(JsonInput step, String known) {
        JsonInput type = step.at("type");
        if (!type.text().equals(known)) {
            throw type.wrong(Sentence.of("model.only-is-known-here-not", BadInput.quoted(known),
                    BadInput.quoted(type.text())), OTHER);
        }
    }

    private void readVocabulary() {
        JsonInput entries = model.at("vocab");
        entries.members().forEach((token, value) -> {
            int id = id(value);
            if (bytes[id] != null) {
                throw entries.wrong(Sentence.of("model.has-the-id-which-another", BadInput.quoted(token), id), AGAIN);
            }
            bytes[id] = ByteAlphabet.bytes(token);
            vocabulary.put(token, id);
        });
        for (int value = 0; value < byteTokens.length; value++) {
            String symbol = String.valueOf(ByteAlphabet.symbol(value));
            if (!vocabulary.containsKey(symbol)) {
                throw entries.wrong(Sentence.of("model.there-is-no-token-for", value, BadInput.quoted(symbol)), AGAIN);
            }
            byteTokens[value] = vocabulary.get(symbol);
        }
    }

    private int id(JsonInput value) {
        int id = (int) value.integer(0, Integer.MAX_VALUE);
        if (id >= bytes.length) {
            throw value.wrong(Sentence.of("model.the-id-is-beyond-the", id, bytes.length),
                    Sentence.of("model.check-that-both-files-belong"));
        }
        return id;
    }

    private void readMerges() {
        int rank = 0;
        for (JsonInput merge : model.at("merges").items()) {
            List<String> pair = merge.isArray() ? merge.items().stream().map(JsonInput::text).toList()
                    : List.of(merge.text().split(" ", -1));
            if (pair.size() != 2) {
                throw merge.wrong(Sentence.of("model.a-merge-is-of-two", pair.size()), AGAIN);
            }
            merges.put(known(merge, pair.get(0)), known(merge, pair.get(1)), rank++,
                    known(merge, pair.get(0) + pair.get(1)));
        }
    }

    private int known(JsonInput merge, String token) {
        Integer id = vocabulary.get(token);
        if (id == null) {
            throw merge.wrong(Sentence.of("model.the-vocabulary-lacks-the-token", BadInput.quoted(token)), AGAIN);
        }
        return id;
    }

    private void readAddedToken(JsonInput token) {
        String content = token.at("content").text();
        int id = id(token.at("id"));
        Integer listed = vocabulary.get(content);
        if (content.isEmpty() || (listed == null ? bytes[id] != null : listed != id)) {
            throw token.wrong(Sentence.of("model.the-token-is-empty-or", id), AGAIN);
        }
        for (String flag : List.of("single_word", "lstrip", "rstrip")) {
            if (flag(token, flag, false)) {
                throw token.at(flag).wrong(Sentence.of("model.only-false-is-known-here"), OTHER);
            }
        }
        bytes[id] = content.getBytes(StandardCharsets.UTF_8);
        if (flag(token, "normalized", !flag(token, "special", false))) {
            normalised.put(composes ? Normalizer.normalize(content, Normalizer.Form.NFC) : content, id);
        } else {
            verbatim.put(content, id);
        }
    }

    private static boolean flag(JsonInput fields, String name, boolean fallback) {
        return fields.maybe(name).map(JsonInput::truth).orElse(fallback);
    }
}
