package throttlelab.engine.files;

import java.io.InputStream;
import java.util.function.Supplier;
import throttlelab.engine.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// The tokens of a JSON document as they come, where they stand, and the sentences about them.
final class JsonTokens {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // UTF-8 is the only encoding; a guess would make places in the file wrong.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(1 << 24).build())
            .build();

    private final String origin;
    private final TextInput in;
    private final JsonParser parser;
    private String complaint;
    private boolean over;

    JsonTokens(InputStream in, String origin, long limit) {
        this.origin = origin;
        this.in = new TextInput(in, origin, limit);
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), this.in);
    }

    String origin() {
        return origin;
    }

    /// For values only: whatever moves on goes through [#next()] or [#guarded(Supplier)].
    JsonParser parser() {
        return parser;
    }

    JsonToken current() {
        return parser.currentToken();
    }

    JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw failure(e);
        } catch (InputException e) {
            over = true;
            throw e;
        }
    }

    <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw failure(e);
        } catch (NumberFormatException e) {
            throw over(JsonSentences.invalid(origin, 0, parser.currentTokenLocation(), JsonSentences.BEYOND_NUMBERS, e));
        } catch (InputException e) {
            over = true;
            throw e;
        }
    }

    /// The same while no more than about `bytes` are read.
    ///
    /// @return how many were
    long fenced(long bytes, Runnable reading) {
        long from = offset();
        in.fence(bytes);
        try {
            guarded(() -> {
                reading.run();
                return null;
            });
        } catch (TextInput.FenceReached e) {
            throw over(wrong("", "there is far more than can belong there", "check that it is the right file"));
        } finally {
            in.noFence();
        }
        return parser.currentLocation().getByteOffset() + in.hidden() - from;
    }

    private InputException failure(JacksonException e) {
        return over(e instanceof JacksonIOException io ? TextFiles.unreadable(origin, io.getCause())
                : JsonSentences.invalid(origin, 0, e, parser.currentLocation()));
    }

    /// Marks a failure after which nothing more can be read.
    InputException over(InputException failure) {
        over = true;
        return failure;
    }

    boolean over() {
        return over;
    }

    /// How deep in objects and arrays this is; the beginning of one counts as in it, its end does not.
    int depth() {
        return parser.streamReadContext().getNestingDepth();
    }

    long offset() {
        return parser.currentTokenLocation().getByteOffset() + in.hidden();
    }

    String place() {
        TokenStreamContext at = parser.streamReadContext();
        StringBuilder place = new StringBuilder();
        append(place, current() != null && current().isStructStart() ? at.getParent() : at);
        return place.toString();
    }

    private static void append(StringBuilder place, TokenStreamContext at) {
        if (!at.inRoot()) {
            append(place, at.getParent());
            if (at.inArray()) {
                place.append('[').append(at.getCurrentIndex()).append(']');
            } else if (at.hasCurrentName()) {
                place.append(place.isEmpty() ? "" : ".").append(JsonSentences.printable(at.currentName()));
            }
        }
    }

    InputException wrong(String inside, String what, String remedy) {
        String place = place() + inside;
        String where = JsonSentences.where(0, parser.currentTokenLocation(), place);
        complaint = where + what;
        return JsonSentences.wrong(origin, where, what, remedy);
    }

    /// What [#wrong(String, String, String)] said last, without file and remedy; `null` if all was right.
    String complaint() {
        return complaint;
    }

    InputException expected(String what) {
        return wrong("", JsonSentences.instead(there(), what), "correct it");
    }

    private String there() {
        return switch (current()) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> '"' + JsonSentences.printable(guarded(parser::getString)) + '"';
            default -> guarded(parser::getString);
        };
    }

    void require(JsonToken token, String what) {
        if (current() != token) {
            throw expected(what);
        }
    }
}
