package throttlelab.engine.files;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import throttlelab.engine.InputException;
import tools.jackson.core.JacksonException;
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
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int LONGEST_KEY = 60;

    private final String origin;
    private final String place;
    private final JsonNode node;

    private JsonInput(String origin, String place, JsonNode node) {
        this.origin = origin;
        this.place = place;
        this.node = node;
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
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new InputException(origin + " is not valid JSON"
                    + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + " (" + why(e.getOriginalMessage()) + "): correct it there.", e);
        }
        if (node.isMissingNode()) {
            throw new InputException(origin + " is empty: a JSON document is expected.");
        }
        return new JsonInput(origin, "", node);
    }

    /// The member `key`, which must be there.
    public JsonInput at(String key) {
        return maybe(key).orElseThrow(() -> wrong("the key '" + key + "' is missing", "add it"));
    }

    /// The member `key`, if it is there and not null.
    public Optional<JsonInput> maybe(String key) {
        requireObject();
        JsonNode member = node.get(key);
        return member == null || member.isNull() ? Optional.empty()
                : Optional.of(new JsonInput(origin, inside(key), member));
    }

    /// The members of an object, in order.
    public Map<String, JsonInput> members() {
        requireObject();
        Map<String, JsonInput> members = new LinkedHashMap<>();
        for (String key : node.propertyNames()) {
            members.put(key, new JsonInput(origin, inside(key), node.get(key)));
        }
        return members;
    }

    /// Refuses members other than `known`, for files that people write: a misspelt key must not be overlooked.
    public JsonInput allowOnly(Collection<String> known) {
        requireObject();
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                throw wrong("the key '" + printable(key) + "' is unknown",
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
            items.add(new JsonInput(origin, place + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    private String inside(String key) {
        return place.isEmpty() ? printable(key) : place + "." + printable(key);
    }

    /// A key as it may stand in a sentence of one line: a hostile file may have any text as a key.
    private static String printable(String key) {
        String line = key.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_KEY ? line : line.substring(0, LONGEST_KEY) + "…";
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
            throw expected("a whole number from " + least + " to " + most);
        }
        return node.longValue();
    }

    /// The number that stands here, within `[least, most]`.
    public double number(double least, double most) {
        double value = node.isNumber() ? node.decimalValue().doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            throw expected("a number from " + plain(least) + " to " + plain(most));
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

    /// Where this is, such as `runs[3].streams`, or nothing for the whole document.
    public String place() {
        return place;
    }

    /// The file, or whatever else the document came from.
    public String origin() {
        return origin;
    }

    /// Says that something here is not right.
    ///
    /// @param what what is wrong, as a clause
    /// @param remedy what to do, as an order
    public InputException wrong(String what, String remedy) {
        return new InputException(origin + " cannot be used: " + (place.isEmpty() ? "" : "at " + place + ", ") + what
                + ": " + remedy + ".");
    }

    private InputException expected(String what) {
        String there = node.toString();
        String shown = there.length() > 60 ? there.substring(0, 57) + "..." : there;
        return wrong(shown + " stands where " + what + " is expected", "correct it");
    }

    private void requireObject() {
        if (!node.isObject()) {
            throw expected("an object");
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// The parser's own words without the names of its settings, which tell a person nothing.
    private static String why(String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        String plain = line.replaceAll("\\s*\\([^()]*\\)", "").replaceAll(": not allowed as per.*", "").strip();
        return plain.isEmpty() ? "unreadable" : plain;
    }
}
