package throttlelab.engine.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Tokens from a parser that knows of each where it stands.
final class ParserTokens implements JsonTokens {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            // UTF-8 is the only encoding; a guess would make places in the file wrong.
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(1 << 24).build())
            .build();

    private final String origin;
    private final TextInput in;
    private final JsonParser parser;
    private Sentence complaint;
    private boolean over;

    ParserTokens(InputStream in, String origin, long limit) {
        this.origin = origin;
        this.in = new TextInput(in, origin, limit);
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), this.in);
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public JsonParser parser() {
        return parser;
    }

    @Override
    public JsonToken current() {
        return parser.currentToken();
    }

    @Override
    public JsonToken next() {
        try {
            return parser.nextToken();
        } catch (JacksonException e) {
            throw failure(e);
        } catch (InputException e) {
            over = true;
            throw e;
        }
    }

    @Override
    public void skipChildren() {
        guarded(parser::skipChildren);
    }

    @Override
    public String name() {
        return parser.currentName();
    }

    @Override
    public int length() {
        return guarded(parser::getStringLength);
    }

    @Override
    public char[] characters() {
        return parser.getStringCharacters();
    }

    @Override
    public int from() {
        return parser.getStringOffset();
    }

    @Override
    public String string() {
        return guarded(parser::getString);
    }

    @Override
    public boolean isInt() {
        return current() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT;
    }

    @Override
    public int intValue() {
        return parser.getIntValue();
    }

    @Override
    public <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw failure(e);
        } catch (NumberFormatException e) {
            throw over(JsonSentences.invalid(origin, 0, parser.currentTokenLocation(), JsonSentences.BEYOND_NUMBERS,
                    e));
        } catch (InputException e) {
            over = true;
            throw e;
        }
    }

    @Override
    public long fenced(long bytes, Runnable reading) {
        long from = offset();
        in.fence(bytes);
        try {
            guarded(() -> {
                reading.run();
                return null;
            });
        } catch (TextInput.FenceReached e) {
            throw over(wrong("", Sentence.of("files.there-is-far-more-than"),
                    Sentence.of("files.check-that-it-is-the")));
        } finally {
            in.noFence();
        }
        return parser.currentLocation().getByteOffset() + in.hidden() - from;
    }

    private InputException failure(JacksonException e) {
        return over(e instanceof JacksonIOException io ? TextFiles.unreadable(origin, io.getCause())
                : JsonSentences.invalid(origin, 0, e, parser.currentLocation()));
    }

    @Override
    public InputException over(InputException failure) {
        over = true;
        return failure;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public int depth() {
        return parser.streamReadContext().getNestingDepth();
    }

    @Override
    public long offset() {
        return parser.currentTokenLocation().getByteOffset() + in.hidden();
    }

    @Override
    public String place() {
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

    @Override
    public InputException wrong(String inside, Sentence what, Sentence remedy) {
        String place = place() + inside;
        Sentence where = JsonSentences.where(0, parser.currentTokenLocation(), place);
        complaint = Sentence.of("files.complaint", where, what);
        return JsonSentences.wrong(origin, Optional.of(where), what, remedy);
    }

    @Override
    public Sentence complaint() {
        return complaint;
    }

    @Override
    public InputException expected(Sentence what) {
        return wrong("", JsonSentences.instead(there(), what), Sentence.of("files.correct-it"));
    }

    private Sentence there() {
        return switch (current()) {
            case null -> Sentence.of("files.nothing");
            case START_OBJECT -> Sentence.of("files.an-object");
            case START_ARRAY -> Sentence.of("files.an-array");
            case VALUE_STRING -> Sentence.plain('"' + JsonSentences.printable(guarded(parser::getString)) + '"');
            default -> Sentence.plain(guarded(parser::getString));
        };
    }
}
