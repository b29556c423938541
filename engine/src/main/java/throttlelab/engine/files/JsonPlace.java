package throttlelab.engine.files;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Finds the line on which something stands. A tree of JSON has forgotten it, so the text is read again; that happens
/// only when something is wrong.
final class JsonPlace {

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonPlace() {
    }

    /// Where the value at `path` begins.
    ///
    /// @param path keys and indexes from the root
    static Optional<TokenStreamLocation> find(String text, List<Object> path) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), new StringReader(text))) {
            parser.nextToken();
            for (Object step : path) {
                boolean there = step instanceof String key ? enter(parser, key) : enter(parser, (Integer) step);
                if (!there) {
                    return Optional.empty();
                }
            }
            return Optional.of(parser.currentTokenLocation());
        } catch (JacksonException e) {
            // A sentence without a line is better than none.
            return Optional.empty();
        }
    }

    private static boolean enter(JsonParser parser, String key) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean here = parser.currentName().equals(key);
            parser.nextToken();
            if (here) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean enter(JsonParser parser, int index) {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == index) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
