package throttlelab.engine.recording.foreign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// Reads files with answers of other servers, as `samples/schemas/foreign-*.schema.json` describe them: one answer, or
/// one after the other (one a line, or in an array), each with one choice or several. What a file is like is told from
/// what stands in it.
public final class ForeignFile {

    static final Sentence KNOWN = Sentence.of("recording.give-it-an-answer-of");

    private static final long LIMIT_BYTES = 256L << 20;
    private static final long KEPT_BYTES = 240L << 20;
    private static final int MOST_ANSWERS = 100_000;
    private static final int BEGINNING = 1 << 12;
    /// Files of ours name their format, after a few other texts at most.
    private static final Pattern OWN = Pattern.compile(
            "\\s*\\{\\s*(?:\"[^\"]{0,60}\"\\s*:\\s*\"[^\"]{0,200}\"\\s*,\\s*){0,8}\"format\"\\s*:\\s*\"");
    private static final Pattern STREAMED = Pattern.compile("\\s*(?:data|event|id|retry):.*", Pattern.DOTALL);

    private ForeignFile() {
    }

    /// Whether a file does not say at its beginning that it is one of ours. It need not be a good one.
    ///
    /// @throws InputException if it cannot be read
    public static boolean isForeign(Path file) {
        return !OWN.matcher(beginning(file)).lookingAt();
    }

    /// The same of the bytes of a file.
    public static boolean isForeign(byte[] bytes) {
        return !OWN.matcher(beginning(bytes)).lookingAt();
    }

    /// The answers in a file.
    ///
    /// @throws InputException if it cannot be read or holds none with log-probabilities; names file, line and place
    public static Answers read(Path file) {
        return read(file, new Vocabulary());
    }

    /// The answers in a file, to be compared with those of others.
    ///
    /// @param vocabulary of all of them
    /// @throws InputException as [#read(Path)]
    public static Answers read(Path file, Vocabulary vocabulary) {
        refuseStreamed(beginning(file), file);
        return read(() -> TextFiles.open(file, LIMIT_BYTES), file, vocabulary);
    }

    /// The answers in the bytes of a file.
    ///
    /// @throws InputException as [#read(Path)]
    public static Answers parse(byte[] bytes, Path file) {
        refuseStreamed(beginning(bytes), file);
        return read(() -> new ByteArrayInputStream(bytes), file, new Vocabulary());
    }

    private static void refuseStreamed(String beginning, Path file) {
        if (STREAMED.matcher(beginning).matches()) {
            throw new InputException(Sentence.of("recording.is-a-streamed-answer-in", file));
        }
    }

    /// Most files are plain. One that is not, or not right, is read again in the way that says where and what.
    private static Answers read(Supplier<InputStream> file, Path name, Vocabulary vocabulary) {
        try (InputStream in = file.get()) {
            return read(JsonStream.quick(in, name.toString(), LIMIT_BYTES, KEPT_BYTES), name, vocabulary);
        } catch (JsonStream.Unusual | InputException e) {
            return readSlowly(file, name, vocabulary);
        } catch (IOException e) {
            throw TextFiles.unreadable(name.toString(), e);
        }
    }

    private static Answers readSlowly(Supplier<InputStream> file, Path name, Vocabulary vocabulary) {
        try (InputStream in = file.get()) {
            return read(JsonStream.of(in, name.toString(), LIMIT_BYTES, KEPT_BYTES), name, vocabulary);
        } catch (IOException e) {
            throw TextFiles.unreadable(name.toString(), e);
        }
    }

    private static Answers read(JsonStream json, Path file, Vocabulary vocabulary) {
        List<Answer> answers = new ArrayList<>();
        PieceReader pieces = new PieceReader(json, vocabulary);
        TokenReader tokens = new TokenReader(json, pieces);
        do {
            if (json.isArray()) {
                json.array(() -> add(json, pieces, tokens, answers));
            } else {
                add(json, pieces, tokens, answers);
            }
        } while (json.next());
        if (answers.isEmpty()) {
            throw new InputException(Sentence.of("recording.holds-no-answer", file, KNOWN));
        }
        return new Answers(file, named(file, answers));
    }

    /// Says that what stands here is none of the formats.
    static InputException unknown(JsonStream json) {
        return json.wrong(Sentence.of("recording.this-is-no-answer-with"), KNOWN);
    }

    private static void add(JsonStream json, PieceReader pieces, TokenReader tokens, List<Answer> answers) {
        if (answers.size() >= MOST_ANSWERS) {
            throw json.wrong(Sentence.of("recording.there-are-more-than-answers", MOST_ANSWERS),
                    Sentence.of("recording.split-the-file"));
        }
        answers.addAll(new AnswerReader(json, pieces, tokens).read());
    }

    private static List<Answer> named(Path file, List<Answer> answers) {
        return answers.size() == 1 ? List.of(answers.getFirst().named(file.toString()))
                : IntStream.range(0, answers.size()).mapToObj(i -> answers.get(i).named(file + "#" + (i + 1))).toList();
    }

    private static String beginning(Path file) {
        return beginning(TextFiles.beginning(file, BEGINNING));
    }

    private static String beginning(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(BEGINNING, bytes.length), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
