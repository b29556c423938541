package throttlelab.engine.report.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.json.JsonFactory;

/// A value or a key in a JSON document.
///
/// @param path such as `runs[3].streams.ramp.tokens[7]`
/// @param from offset of its first byte
/// @param to offset behind its last byte
record ValuePlace(String path, int from, int to) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_KEY = 60;

    /// What stands at an offset, or next after it.
    ///
    /// @return nothing if the document is broken before that, or there is nothing more
    static Optional<ValuePlace> at(byte[] json, int offset) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token.isScalarValue()) {
                    int from = (int) parser.currentTokenLocation().getByteOffset();
                    int to = end(json, from);
                    if (to > offset) {
                        return Optional.of(new ValuePlace(path(parser.streamReadContext()), from, to));
                    }
                }
            }
        } catch (JacksonException e) {
            // Whoever reads the document on says what is wrong with it.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// Where a text, number or word ends that begins at `from`. The parser itself reads ahead.
    private static int end(byte[] json, int from) {
        int to = from + 1;
        if (json[from] == '"') {
            while (to < json.length && json[to] != '"') {
                to += json[to] == '\\' ? 2 : 1;
            }
            return Math.min(json.length, to + 1);
        }
        while (to < json.length && " ,]}\n\r\t".indexOf(json[to]) < 0) {
            to++;
        }
        return to;
    }

    private static String path(TokenStreamContext context) {
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = context; at != null && !at.inRoot(); at = at.getParent()) {
            if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.currentName() != null) {
                path.insert(0, "." + key(at.currentName()));
            }
        }
        return path.isEmpty() ? "the document" : path.substring(path.charAt(0) == '.' ? 1 : 0);
    }

    private static String key(String key) {
        String line = key.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST_KEY ? line : line.substring(0, LONGEST_KEY) + "…";
    }

    /// What stands here in `bytes`, which may be another version of the document.
    String in(byte[] bytes) {
        int end = Math.min(to, bytes.length);
        return from >= end ? "" : new String(bytes, from, end - from, StandardCharsets.UTF_8).strip();
    }
}
