package throttlelab.engine.files;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// A value of a small JSON document, kept whole.
///
/// The library that parses has such trees, too, but takes a fifth of a second to make itself ready for them when the
/// program has just started: as long as all else before the first token.
sealed interface JsonValue {

    /// An object, its members in the order in which they stand.
    record Members(Map<String, JsonValue> values) implements JsonValue {
    }

    /// An array.
    record Items(List<JsonValue> values) implements JsonValue {
    }

    /// A text.
    record Text(String value) implements JsonValue {
    }

    /// A number: an `Integer`, a `Long`, a [BigInteger] where it is greater, and a [BigDecimal] where a point or an exponent
    /// stands in it.
    record Figure(Number value) implements JsonValue {

        boolean isWhole() {
            return !(value instanceof BigDecimal);
        }

        boolean fitsLong() {
            return value instanceof Integer || value instanceof Long;
        }

        BigDecimal decimal() {
            return switch (value) {
                case BigDecimal decimal -> decimal;
                case BigInteger whole -> new BigDecimal(whole);
                default -> BigDecimal.valueOf(value.longValue());
            };
        }
    }

    /// One of the three words.
    enum Word implements JsonValue {
        /// Truth.
        TRUE,
        /// Its contrary.
        FALSE,
        /// Nothing.
        NULL
    }

    /// The value at which a parser stands, or that comes next where it has not begun. The parser is then behind it.
    ///
    /// @return `null` where the text has ended
    /// @throws tools.jackson.core.JacksonException if it is no JSON, or a key stands twice in an object
    /// @throws NumberFormatException if a number has an exponent that nothing can hold
    static JsonValue read(JsonParser parser) {
        JsonToken token = parser.currentToken() == null ? parser.nextToken() : parser.currentToken();
        if (token == null) {
            return null;
        }
        JsonValue value = read(parser, token);
        parser.clearCurrentToken();
        return value;
    }

    private static JsonValue read(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Text(parser.getString());
            case VALUE_NUMBER_INT -> new Figure(parser.getNumberValue());
            case VALUE_NUMBER_FLOAT -> new Figure(parser.getDecimalValue());
            case VALUE_TRUE -> Word.TRUE;
            case VALUE_FALSE -> Word.FALSE;
            case VALUE_NULL -> Word.NULL;
            default -> throw new StreamReadException(parser, "Unexpected token");
        };
    }

    private static Members members(JsonParser parser) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (values.put(key, read(parser, parser.nextToken())) != null) {
                throw new StreamReadException(parser, "Duplicate property \"" + key + '"');
            }
        }
        return new Members(values);
    }

    private static Items items(JsonParser parser) {
        List<JsonValue> values = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            values.add(read(parser, token));
        }
        return new Items(values);
    }

    /// As JSON, in one line.
    default String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            write(json);
        }
        return out.toString();
    }

    private void write(JsonGenerator json) {
        switch (this) {
            case Members(Map<String, JsonValue> values) -> {
                json.writeStartObject();
                values.forEach((key, value) -> {
                    json.writeName(key);
                    value.write(json);
                });
                json.writeEndObject();
            }
            case Items(List<JsonValue> values) -> {
                json.writeStartArray();
                values.forEach(value -> value.write(json));
                json.writeEndArray();
            }
            case Text(String value) -> json.writeString(value);
            case Figure(BigDecimal value) -> json.writeNumber(value);
            case Figure(BigInteger value) -> json.writeNumber(value);
            case Figure(Number value) -> json.writeNumber(value.longValue());
            case Word.TRUE -> json.writeBoolean(true);
            case Word.FALSE -> json.writeBoolean(false);
            case Word.NULL -> json.writeNull();
        }
    }
}
