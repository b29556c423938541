package throttlelab.engine.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.PrintedInputs;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Shown;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads of a report in JSON what it follows from.
///
/// @param layout by which version of words and layout it was made
/// @param inputs what it follows from
public record ReportReader(int layout, ReportInputs inputs) {

    private static final long LEAST_KEPT = 1 << 20;
    private static final JsonFactory FACTORY = new JsonFactory();

    /// Reads a document.
    ///
    /// @param origin where it comes from, for the sentences
    /// @throws InputException if it is no report
    public static ReportReader read(byte[] bytes, String origin) {
        Draft draft = new Draft(JsonStream.of(new ByteArrayInputStream(bytes), origin, bytes.length,
                4L * bytes.length + LEAST_KEPT));
        draft.json.object(draft::member);
        draft.json.end();
        Deque<byte[]> documents = new ArrayDeque<>(documents(bytes));
        long own = draft.texts.stream().filter(Objects::isNull).count();
        if (draft.layout == 0 || draft.names.isEmpty() || draft.texts.size() != draft.names.size()
                || documents.size() != own || draft.names.size() > (own == draft.names.size() ? 2 : ReportInputs.MOST_FILES)) {
            throw new InputException(Sentence.of("report.is-not-a-whole-report", origin, Report.FORMAT));
        }
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < draft.names.size(); i++) {
            byte[] text = draft.texts.get(i);
            Source source = new Source(draft.names.get(i), text == null ? documents.remove() : text);
            if (source.foreign() != (text != null)) {
                throw new InputException(Sentence.of("report.carries-in-a-way-that", origin,
                        Shown.text(source.name())));
            }
            sources.add(source);
        }
        return new ReportReader(draft.layout, new ReportInputs(sources, draft.vocabulary, draft.shippedModel,
                draft.shippedPrompts, draft.path(), new PrintedInputs(new Pairing(draft.byLine, draft.promptId), draft.bytes)));
    }

    private static final class Draft {

        private final JsonStream json;
        private final SortedMap<Integer, String> vocabulary = new TreeMap<>();
        private final SortedMap<Integer, String> bytes = new TreeMap<>();
        private final List<String> names = new ArrayList<>();
        /// Of each source, or null where it carries a document.
        private final List<byte[]> texts = new ArrayList<>();
        private final FoundPathReader path;
        private boolean pathTold;
        private boolean byLine;
        private String promptId;
        private int layout;
        private boolean shippedModel;
        private boolean shippedPrompts;

        Draft(JsonStream json) {
            this.json = json;
            this.path = new FoundPathReader(json);
        }

        private Optional<FoundPath> path() {
            return pathTold ? Optional.of(path.path()) : Optional.empty();
        }

        private void member(String key) {
            switch (key) {
                case "format" -> format();
                case "layout" -> layout = json.integer(1, Integer.MAX_VALUE);
                case "inputs" -> json.object(this::input);
                case "sources" -> json.array(this::source);
                default -> { }
            }
        }

        private void source() {
            byte[][] text = new byte[1][];
            json.object(part -> {
                switch (part) {
                    case "name" -> names.add(name());
                    case "text" -> text[0] = text();
                    default -> { }
                }
            });
            texts.add(text[0]);
        }

        private byte[] text() {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            json.array(() -> text.writeBytes(json.text(TextPieces.LONGEST).getBytes(StandardCharsets.UTF_8)));
            return text.toByteArray();
        }

        private void format() {
            String format = json.text();
            if (!format.equals(Report.FORMAT)) {
                throw json.wrong(Sentence.of("report.is-not-a-format-of", format),
                        Sentence.of("report.use-a-report-of-format", Report.FORMAT));
            }
        }

        private void input(String key) {
            switch (key) {
                case "shipped_model" -> shippedModel = json.isTrue();
                case "shipped_prompts" -> shippedPrompts = json.isTrue();
                case "vocabulary" -> json.array(() -> token(vocabulary));
                case "path" -> {
                    pathTold = true;
                    json.object(path::member);
                }
                case "printed" -> json.object(this::printed);
                default -> { }
            }
        }

        private void printed(String key) {
            switch (key) {
                case "by_line" -> byLine = json.isTrue();
                case "prompt" -> promptId = json.text();
                case "token_bytes" -> json.array(() -> token(bytes));
                default -> { }
            }
        }

        private void token(SortedMap<Integer, String> texts) {
            int[] token = {-1};
            json.array(() -> {
                if (token[0] < 0) {
                    token[0] = json.integer(0, Integer.MAX_VALUE);
                } else {
                    texts.put(token[0], texts == bytes ? hex() : json.text());
                }
            });
        }

        private String hex() {
            String hex = json.text();
            if (!hex.matches("(?:[0-9a-f]{2})*")) {
                throw json.wrong(Sentence.of("report.these-are-no-bytes-in"),
                        Sentence.of("report.use-the-report-as-it"));
            }
            return hex;
        }

        private String name() {
            String name = json.text();
            if (name.isEmpty() || name.indexOf('\0') >= 0 || !name.equals(String.valueOf(Path.of(name).getFileName()))) {
                throw json.wrong(Sentence.of("report.this-is-not-the-name"),
                        Sentence.of("report.use-the-report-as-it"));
            }
            return name;
        }
    }

    /// The bytes of each member `document` of `sources`, with the line feed that ended its file.
    private static List<byte[]> documents(byte[] bytes) {
        List<byte[]> documents = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean sources = parser.currentName().equals("sources");
                JsonToken value = parser.nextToken();
                if (sources && value == JsonToken.START_ARRAY) {
                    sources(parser, bytes, documents);
                } else {
                    parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new IllegalStateException("what was read once is read again", e);
        }
        return documents;
    }

    private static void sources(JsonParser parser, byte[] bytes, List<byte[]> documents) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean document = parser.currentName().equals("document");
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                if (document) {
                    int to = (int) parser.currentLocation().getByteOffset();
                    byte[] copy = Arrays.copyOfRange(bytes, from, to + 1);
                    copy[copy.length - 1] = '\n';
                    documents.add(copy);
                }
            }
        }
    }
}
