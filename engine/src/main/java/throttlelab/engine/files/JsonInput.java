package throttlelab.engine.files;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonValue.Figure;
import throttlelab.engine.files.JsonValue.Items;
import throttlelab.engine.files.JsonValue.Members;
import throttlelab.engine.files.JsonValue.Text;
import throttlelab.engine.files.JsonValue.Word;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// A place in a JSON document that is being read. Whatever is not as expected ends in one sentence that names the file,
/// the place in it and what would be right there.
///
/// Strict: no repeated keys, nothing after the document, no NaN, decimals as they are written.
public final class JsonInput {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// Where the whole document comes from.
    ///
    /// @param origin the file, or whatever else
    /// @param place where it stands in there, if it is a part of a larger document
    /// @param text the document; `null` if it is such a part
    /// @param before how many lines of its file stand before it
    private record Source(String origin, String place, String text, int before) {
    }

    private final Source source;
    private final JsonInput parent;
    /// A key of the parent, or an index in it.
    private final Object step;
    private final JsonValue node;

    private JsonInput(Source source, JsonInput parent, Object step, JsonValue node) {
        this.source = source;
        this.parent = parent;
        this.step = step;
        this.node = node;
    }

    /// A part of a document that is read as it comes.
    JsonInput(String origin, String place, JsonValue node) {
        this(new Source(origin, place, null, 0), null, "", node);
    }

    JsonValue node() {
        return node;
    }

    private JsonInput inside(Object step, JsonValue there) {
        return new JsonInput(source, this, step, there);
    }

    /// Makes reading ready. The library behind it takes a while for that when the program has just started, which can pass
    /// beside something else.
    public static void prepare() {
        parse("{}", "nothing");
    }

    /// The document in a file.
    ///
    /// @param limit the most bytes the file may have
    /// @throws InputException if it cannot be read or is not JSON
    public static JsonInput read(Path file, int limit) {
        return parse(TextFiles.readText(file, limit), file.toString());
    }

    /// The document in a text.
    ///
    /// @param origin where the text comes from, such as a file's name, for the sentences
    /// @throws InputException if it is not JSON; names line and column
    public static JsonInput parse(String text, String origin) {
        return parse(new Source(origin, "", text, 0));
    }

    /// The document in one line of a file.
    ///
    /// @param number the line's, from 1
    /// @throws InputException if it is not JSON; names line and column
    public static JsonInput parseLine(String line, Path file, int number) {
        return parsePart(line, file, number);
    }

    /// The document that a part of a file is.
    ///
    /// @param first the number of the part's first line in the file, from 1
    /// @throws InputException if it is not JSON; names line and column in the file
    public static JsonInput parsePart(String part, Path file, int first) {
        return parse(new Source(file.toString(), "", part, first - 1));
    }

    private static JsonInput parse(Source source) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), source.text())) {
            JsonValue node = read(parser, source);
            if (node == null) {
                throw JsonSentences.empty(source.origin());
            }
            return new JsonInput(source, null, "", node);
        }
    }

    private static JsonValue read(JsonParser parser, Source source) {
        try {
            JsonValue node = JsonValue.read(parser);
            if (parser.nextToken() != null) {
                throw JsonSentences.invalid(source.origin(), source.before(), parser.currentTokenLocation(),
                        JsonSentences.TRAILING, null);
            }
            return node;
        } catch (JacksonException e) {
            throw JsonSentences.invalid(source.origin(), source.before(), e, parser.currentLocation());
        } catch (NumberFormatException e) {
            throw JsonSentences.invalid(source.origin(), source.before(), parser.currentTokenLocation(),
                    JsonSentences.BEYOND_NUMBERS, e);
        }
    }

    /// The member `key`, which must be there.
    public JsonInput at(String key) {
        return maybe(key).orElseThrow(() -> wrong(JsonSentences.missing(key), Sentence.of("files.add-it")));
    }

    /// The member `key`, if it is there and not null.
    public Optional<JsonInput> maybe(String key) {
        JsonValue member = object().get(key);
        return member == null || member == Word.NULL ? Optional.empty() : Optional.of(inside(key, member));
    }

    /// The members of an object, in order.
    public Map<String, JsonInput> members() {
        Map<String, JsonInput> members = new LinkedHashMap<>();
        object().forEach((key, value) -> members.put(key, inside(key, value)));
        return members;
    }

    /// Refuses members other than `known`, for files that people write: a misspelt key must not be overlooked.
    public JsonInput allowOnly(Collection<String> known) {
        for (String key : object().keySet()) {
            if (!known.contains(key)) {
                throw wrong(Sentence.of("files.the-key-is-unknown", JsonSentences.printable(key)),
                        Sentence.of("files.use-only", String.join(", ", known.stream().sorted().toList())));
            }
        }
        return this;
    }

    /// The items of an array, in order.
    public List<JsonInput> items() {
        if (!(node instanceof Items(List<JsonValue> values))) {
            throw expected(Sentence.of("files.an-array"));
        }
        List<JsonInput> items = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            items.add(inside(i, values.get(i)));
        }
        return items;
    }

    /// Whether an object stands here.
    public boolean isObject() {
        return node instanceof Members;
    }

    /// Whether an array stands here.
    public boolean isArray() {
        return node instanceof Items;
    }

    /// The text that stands here.
    public String text() {
        if (!(node instanceof Text(String text))) {
            throw expected(Sentence.of("files.text"));
        }
        return text;
    }

    /// The text that stands here, which must be one of `allowed`.
    public String text(Set<String> allowed) {
        if (!allowed.contains(text())) {
            throw expected(Sentence.of("files.one-of", String.join(", ", allowed.stream().sorted().toList())));
        }
        return text();
    }

    /// The truth value that stands here.
    public boolean truth() {
        if (node != Word.TRUE && node != Word.FALSE) {
            throw expected(Sentence.of("files.true-or-false"));
        }
        return node == Word.TRUE;
    }

    /// The whole number that stands here, within `[least, most]`.
    public long integer(long least, long most) {
        if (!(node instanceof Figure number) || !number.fitsLong() || number.value().longValue() < least
                || number.value().longValue() > most) {
            throw expected(JsonSentences.whole(least, most));
        }
        return number.value().longValue();
    }

    /// The number that stands here, within `[least, most]`.
    public double number(double least, double most) {
        double value = node instanceof Figure number ? number.decimal().doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            throw expected(Sentence.of("files.a-number-from-to", JsonSentences.plain(least),
                    JsonSentences.plain(most)));
        }
        return value;
    }

    /// The float nearest to the decimal that stands here, rounded once. Zero is +0, however it is written.
    public float float32() {
        if (!(node instanceof Figure number)) {
            throw expected(Sentence.of("files.a-number"));
        }
        float value = number.decimal().floatValue();
        if (Float.isInfinite(value)) {
            throw expected(Sentence.of("files.a-number-that-a-float"));
        }
        return value;
    }

    /// All that stands here, as JSON, laid out anew; numbers as they are written.
    public String json() {
        return node.json();
    }

    /// Where this is, such as `runs[3].streams`, or nothing for the whole document.
    public String place() {
        StringBuilder place = new StringBuilder(source.place());
        for (Object way : path()) {
            if (way instanceof String key) {
                place.append(place.isEmpty() ? "" : ".").append(JsonSentences.printable(key));
            } else {
                place.append('[').append(way).append(']');
            }
        }
        return place.toString();
    }

    private List<Object> path() {
        Deque<Object> path = new ArrayDeque<>();
        for (JsonInput here = this; here.parent != null; here = here.parent) {
            path.addFirst(here.step);
        }
        return List.copyOf(path);
    }

    /// The file, or whatever else the document came from.
    public String origin() {
        return source.origin();
    }

    /// Says that something here is not right.
    ///
    /// @param what what is wrong, as a clause
    /// @param remedy what to do, as an order
    public InputException wrong(Sentence what, Sentence remedy) {
        return JsonSentences.wrong(source.origin(), where(), what, remedy);
    }

    /// Line, column and place. A whole document has none, unless it is one line of many.
    private Optional<Sentence> where() {
        String place = place();
        Optional<TokenStreamLocation> at = source.text() != null && (parent != null || source.before() > 0)
                ? JsonPlace.find(source.text(), path()) : Optional.empty();
        return at.map(found -> JsonSentences.where(source.before(), found, place))
                .or(() -> place.isEmpty() ? Optional.empty() : Optional.of(Sentence.of("files.where-place", place)));
    }

    private InputException expected(Sentence what) {
        Sentence there = isObject() ? Sentence.of("files.an-object") : isArray() ? Sentence.of("files.an-array")
                : Sentence.plain(node.json());
        return wrong(JsonSentences.instead(there, what), Sentence.of("files.correct-it"));
    }

    private Map<String, JsonValue> object() {
        if (!(node instanceof Members(Map<String, JsonValue> values))) {
            throw expected(Sentence.of("files.an-object"));
        }
        return values;
    }
}
