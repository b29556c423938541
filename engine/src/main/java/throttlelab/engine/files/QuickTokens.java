package throttlelab.engine.files;

import java.io.InputStream;
import java.util.function.Supplier;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Tokens of large files, at a small cost for each. It knows plain JSON, and nothing of where something stands: whatever
/// it does not know, and whatever is wrong, ends in [JsonStream.Unusual]. What it takes, [ParserTokens] takes as well,
/// and gives the same tokens.
final class QuickTokens implements JsonTokens {

    private static final int DEEPEST = 500;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_NAME = 50_000;
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final String origin;
    private final QuickBytes in;
    private final QuickText text;
    /// Whether it is an object that is open at a depth, from 1.
    private final boolean[] objects = new boolean[DEEPEST + 1];
    private int depth;
    /// Whether nothing stands yet in the innermost object or array that is open.
    private boolean empty;
    private JsonToken current;
    private String name;

    QuickTokens(InputStream in, String origin, long limit) {
        this.origin = origin;
        this.in = new QuickBytes(TextInput.withoutLines(in, origin, limit));
        this.text = new QuickText(this.in);
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public JsonToken current() {
        return current;
    }

    @Override
    public JsonToken next() {
        current = depth == 0 ? outermost() : current == JsonToken.PROPERTY_NAME ? member() : item();
        return current;
    }

    private JsonToken outermost() {
        int next = in.space();
        if (next == QuickBytes.END) {
            return null;
        }
        expect(next == '{' || next == '[');
        return value(next);
    }

    private JsonToken member() {
        expect(in.space() == ':');
        in.at++;
        return value(in.space());
    }

    private JsonToken item() {
        int next = in.space();
        boolean object = objects[depth];
        if (next == (object ? '}' : ']')) {
            in.at++;
            depth--;
            empty = false;
            return object ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
        }
        if (!empty) {
            expect(next == ',');
            in.at++;
            next = in.space();
        }
        empty = false;
        if (!object) {
            return value(next);
        }
        expect(next == '"');
        in.at++;
        text.find();
        expect(text.size() <= LONGEST_NAME);
        name = text.name();
        return JsonToken.PROPERTY_NAME;
    }

    private JsonToken value(int first) {
        return switch (first) {
            case '"' -> {
                in.at++;
                text.find();
                yield JsonToken.VALUE_STRING;
            }
            case '{' -> open(true);
            case '[' -> open(false);
            case 't' -> word(TRUE, JsonToken.VALUE_TRUE);
            case 'f' -> word(FALSE, JsonToken.VALUE_FALSE);
            case 'n' -> word(NULL, JsonToken.VALUE_NULL);
            default -> number(first);
        };
    }

    private JsonToken open(boolean object) {
        expect(depth < DEEPEST);
        in.at++;
        objects[++depth] = object;
        empty = true;
        return object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private JsonToken word(byte[] word, JsonToken token) {
        for (byte letter : word) {
            expect(in.peek() == letter);
            in.at++;
        }
        expectEnd();
        text.found(true);
        return token;
    }

    private JsonToken number(int first) {
        in.keep = in.at;
        if (first == '-') {
            in.at++;
        }
        if (in.peek() == '0') {
            in.at++;
        } else {
            digits();
        }
        boolean whole = true;
        if (in.peek() == '.') {
            in.at++;
            digits();
            whole = false;
        }
        if (in.peek() == 'e' || in.peek() == 'E') {
            in.at++;
            if (in.peek() == '+' || in.peek() == '-') {
                in.at++;
            }
            digits();
            whole = false;
        }
        expectEnd();
        text.found(true);
        expect(text.size() <= LONGEST_NUMBER);
        return whole ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    private void digits() {
        int next = in.peek();
        expect(next >= '0' && next <= '9');
        in.digits();
    }

    private void expectEnd() {
        int next = in.peek();
        expect(next == ',' || next == ']' || next == '}' || next == ' ' || next == '\n' || next == '\r' || next == '\t');
    }

    private static void expect(boolean usual) {
        if (!usual) {
            throw new JsonStream.Unusual();
        }
    }

    @Override
    public void skipChildren() {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char[] characters() {
        return text.characters();
    }

    @Override
    public int from() {
        return 0;
    }

    @Override
    public String string() {
        return text.string();
    }

    @Override
    public boolean isInt() {
        return current == JsonToken.VALUE_NUMBER_INT && text.isInt();
    }

    @Override
    public int intValue() {
        return text.intValue();
    }

    @Override
    public <T> T guarded(Supplier<T> reading) {
        return reading.get();
    }

    @Override
    public JsonParser parser() {
        throw new JsonStream.Unusual();
    }

    @Override
    public long fenced(long bytes, Runnable reading) {
        throw new JsonStream.Unusual();
    }

    @Override
    public InputException over(InputException failure) {
        throw new JsonStream.Unusual();
    }

    @Override
    public boolean over() {
        throw new JsonStream.Unusual();
    }

    @Override
    public int depth() {
        throw new JsonStream.Unusual();
    }

    @Override
    public long offset() {
        throw new JsonStream.Unusual();
    }

    @Override
    public String place() {
        throw new JsonStream.Unusual();
    }

    @Override
    public InputException wrong(String inside, Sentence what, Sentence remedy) {
        throw new JsonStream.Unusual();
    }

    @Override
    public Sentence complaint() {
        throw new JsonStream.Unusual();
    }

    @Override
    public InputException expected(Sentence what) {
        throw new JsonStream.Unusual();
    }
}
