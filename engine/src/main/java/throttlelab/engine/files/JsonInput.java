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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A place in a JSON document that is being read. Whatever is not as expected ends in one sentence that names the file,
/// the place in it and what would be right there.
///
/// Strict: no repeated keys, nothing after the document, no NaN, decimals as they are written.
public final class JsonInput {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Looked for here, to say it in other words.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
    private final JsonNode node;

    private JsonInput(Source source, JsonInput parent, Object step, JsonNode node) {
        this.source = source;
        this.parent = parent;
        this.step = step;
        this.node = node;
    }

    /// A part of a document that is read as it comes.
    JsonInput(String origin, String place, JsonNode node) {
        this(new Source(origin, place, null, 0), null, "", node);
    }

    JsonNode node() {
        return node;
    }

    private JsonInput inside(Object step, JsonNode there) {
        return new JsonInput(source, this, step, there);
    }

    /// Makes reading ready. The library behind it takes a fifth of a second for that when the program has just started,
    /// which can pass beside something else.
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
        try (JsonParser parser = MAPPER.createParser(source.text())) {
            JsonNode node = read(parser, source);
            if (node == null || node.isMissingNode()) {
                throw JsonSentences.empty(source.origin());
            }
            return new JsonInput(source, null, "", node);
        }
    }

    private static JsonNode read(JsonParser parser, Source source) {
        try {
            JsonNode node = MAPPER.readTree(parser);
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
        return maybe(key).orElseThrow(() -> wrong(JsonSentences.missing(key), "add it"));
    }

    /// The member `key`, if it is there and not null.
    public Optional<JsonInput> maybe(String key) {
        requireObject();
        JsonNode member = node.get(key);
        return member == null || member.isNull() ? Optional.empty()
                : Optional.of(inside(key, member));
    }

    /// The members of an object, in order.
    public Map<String, JsonInput> members() {
        requireObject();
        Map<String, JsonInput> members = new LinkedHashMap<>();
        for (String key : node.propertyNames()) {
            members.put(key, inside(key, node.get(key)));
        }
        return members;
    }

    /// Refuses members other than `known`, for files that people write: a misspelt key must not be overlooked.
    public JsonInput allowOnly(Collection<String> known) {
        requireObject();
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw wrong("the key '" + JsonSentences.printable(key) + "' is unknown",
                        "use only " + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    /// The items of an array, in order.
    public List<JsonInput> items() {
        if (!node.isArray()) {
            throw expected("an array");
        }
        List<JsonInput> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(inside(i, node.get(i)));
        }
        return items;
    }

    /// Whether an object stands here.
    public boolean isObject() {
        return node.isObject();
    }

    /// Whether an array stands here.
    public boolean isArray() {
        return node.isArray();
    }

    /// The text that stands here.
    public String text() {
        if (!node.isString()) {
            throw expected("text");
        }
        return node.stringValue();
    }

    /// The text that stands here, which must be one of `allowed`.
    public String text(Set<String> allowed) {
        if (!allowed.contains(text())) {
            throw expected("one of " + String.join(", ", allowed.stream().sorted().toList()));
        }
        return text();
    }

    /// The truth value that stands here.
    public boolean truth() {
        if (!node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    /// The whole number that stands here, within `[least, most]`.
    public long integer(long least, long most) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < least
                || node.longValue() > most) {
            throw expected(JsonSentences.whole(least, most));
        }
        return node.longValue();
    }

    /// The number that stands here, within `[least, most]`.
    public double number(double least, double most) {
        double value = node.isNumber() ? node.decimalValue().doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            throw expected("a number from " + JsonSentences.plain(least) + " to " + JsonSentences.plain(most));
        }
        return value;
    }

    /// The float nearest to the decimal that stands here, rounded once. Zero is +0, however it is written.
    public float float32() {
        if (!node.isNumber()) {
            throw expected("a number");
        }
        float value = node.decimalValue().floatValue();
        if (Float.isInfinite(value)) {
            throw expected("a number that a float can hold");
        }
        return value;
    }

    /// All that stands here, as JSON, laid out anew; numbers as they are written.
    public String json() {
        return node.toString();
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
    public InputException wrong(String what, String remedy) {
        return JsonSentences.wrong(source.origin(), where(), what, remedy);
    }

    /// Line, column and place. A whole document has none, unless it is one line of many.
    private String where() {
        String place = place();
        Optional<TokenStreamLocation> at = source.text() != null && (parent != null || source.before() > 0)
                ? JsonPlace.find(source.text(), path()) : Optional.empty();
        return at.map(found -> JsonSentences.where(source.before(), found, place))
                .orElse(place.isEmpty() ? "" : "at " + place + ", ");
    }

    private InputException expected(String what) {
        String there = node.isObject() ? "an object" : node.isArray() ? "an array" : node.toString();
        return wrong(JsonSentences.instead(there, what), "correct it");
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw expected("an object");
        }
    }
}
