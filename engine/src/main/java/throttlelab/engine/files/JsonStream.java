package throttlelab.engine.files;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JsonToken;

/// A JSON document that is read once, from its beginning to its end, without being kept: what [JsonInput] is for small
/// documents, for large ones. It stands at a value; each method that reads takes the value where it stands.
///
/// What is not as expected ends in one sentence that names file, line and place. As strict as [JsonInput], but that
/// repeated keys are found only in objects that are read, not in those passed over. What it gives away is counted, so
/// that no file, however made, fills the memory.
public final class JsonStream {

    private static final int MOST_MEMBERS = 10_000;
    /// Bytes of small parts that are kept as they are, all together.
    private static final long TREES_LIMIT = 1 << 20;
    /// About what an object or a text takes, whatever is in it.
    private static final int OBJECT_BYTES = 100;
    private static final int HEX_DIGITS = 8;

    private final JsonTokens tokens;
    private final long keepLimit;
    private long kept;
    private long treesLeft = TREES_LIMIT;
    private int[] numbers = new int[512];
    /// The keys of the objects that are open, from the outermost; made once for all objects of a level.
    private final List<Keys> keys = new ArrayList<>();
    private int depth;

    private JsonStream(JsonTokens tokens, long keepLimit) {
        this.tokens = tokens;
        this.keepLimit = keepLimit;
    }

    /// The document that `in` holds; stands at its outermost value.
    ///
    /// @param in read to its end, and not closed
    /// @param origin where it comes from, such as a file's name, for the sentences
    /// @param limit the most bytes there may be
    /// @param keepLimit about how many bytes of memory may be filled with what is read
    /// @throws InputException if there is nothing
    public static JsonStream of(InputStream in, String origin, long limit, long keepLimit) {
        return of(new ParserTokens(in, origin, limit), keepLimit);
    }

    /// The same for files of millions of tokens. It does not say where something is wrong, or what: it ends with
    /// [Unusual] instead, also where it is not made for what stands there, and the document is to be read again with
    /// [#of(InputStream, String, long, long)], which says it, or reads it.
    ///
    /// @throws Unusual if there is nothing; so does every method
    public static JsonStream quick(InputStream in, String origin, long limit, long keepLimit) {
        return of(new QuickTokens(in, origin, limit), keepLimit);
    }

    private static JsonStream of(JsonTokens tokens, long keepLimit) {
        if (tokens.next() == null) {
            throw tokens.over(JsonSentences.empty(tokens.origin()));
        }
        return new JsonStream(tokens, keepLimit);
    }

    /// A document is to be read the slow way.
    public static final class Unusual extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusual() {
            super(null, null, false, false);
        }
    }

    /// Reads an object member by member. A member that is null counts as missing.
    ///
    /// @param member is told the key and stands at the value; what it does not read is passed over
    public void object(Consumer<String> member) {
        tokens.require(JsonToken.START_OBJECT, Sentence.of("files.an-object"));
        keep(OBJECT_BYTES);
        int level = depth++;
        try {
            members(member, keys(level));
        } finally {
            depth = level;
        }
    }

    private Keys keys(int level) {
        if (level == keys.size()) {
            keys.add(new Keys());
        }
        Keys here = keys.get(level);
        here.clear();
        return here;
    }

    private void members(Consumer<String> member, Keys keys) {
        while (tokens.next() == JsonToken.PROPERTY_NAME) {
            String key = tokens.name();
            if (!keys.add(key)) {
                throw wrong(Sentence.of("files.this-key-stands-there-twice"), Sentence.of("files.leave-one-of-them"));
            }
            if (keys.count() > MOST_MEMBERS) {
                throw wrong(Sentence.of("files.the-object-has-more-than", MOST_MEMBERS),
                        Sentence.of("files.check-that-it-is-the"));
            }
            if (tokens.next() != JsonToken.VALUE_NULL) {
                member.accept(key);
                skip();
            }
        }
    }

    /// Reads an array item by item.
    ///
    /// @param item stands at the item; what it does not read is passed over
    public void array(Runnable item) {
        tokens.require(JsonToken.START_ARRAY, Sentence.of("files.an-array"));
        while (tokens.next() != JsonToken.END_ARRAY) {
            item.run();
            skip();
        }
    }

    /// Passes over the object or array that begins here, if one does.
    public void skip() {
        if (tokens.current() != null && tokens.current().isStructStart()) {
            tokens.skipChildren();
        }
    }

    /// Reads what is small as a whole, to be looked at later, in any order.
    ///
    /// @throws InputException if all of it together is too large for that
    public JsonInput tree() {
        String place = tokens.place();
        JsonValue[] node = new JsonValue[1];
        treesLeft -= tokens.fenced(treesLeft, () -> node[0] = JsonValue.read(tokens.parser()));
        return new JsonInput(tokens.origin(), place, node[0]);
    }

    /// Members of the outermost object that were read with [#tree()], put together again.
    public JsonInput together(List<JsonInput> members) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        members.forEach(member -> values.put(member.place(), member.node()));
        return new JsonInput(tokens.origin(), "", new JsonValue.Members(values));
    }

    /// The text that stands here.
    public String text() {
        tokens.require(JsonToken.VALUE_STRING, Sentence.of("files.text"));
        String text = tokens.string();
        keep(OBJECT_BYTES + (long) Character.BYTES * text.length());
        return text;
    }

    /// The text that stands here, of at most `longest` characters. It does not count as kept.
    public String text(int longest) {
        tokens.require(JsonToken.VALUE_STRING, Sentence.of("files.text"));
        int length = tokens.length();
        if (length > longest) {
            throw tooLong(length, longest);
        }
        return tokens.string();
    }

    /// Reads the text that stands here, of at most `longest` characters. It does not count as kept.
    public void text(int longest, CharacterBuffer into) {
        tokens.require(JsonToken.VALUE_STRING, Sentence.of("files.text"));
        int length = tokens.length();
        if (length > longest) {
            throw tooLong(length, longest);
        }
        into.set(tokens.characters(), tokens.from(), length);
    }

    private InputException tooLong(int length, int longest) {
        return wrong(Sentence.of("files.a-text-of-characters-stands", length, longest),
                Sentence.of("files.check-what-wrote-it"));
    }

    /// Reads the number that stands here, exactly as it is printed. One that no `double` could hold is refused, so that
    /// nothing that is done with it takes long.
    public void printed(CharacterBuffer into) {
        JsonToken token = tokens.current();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw tokens.expected(Sentence.of("files.a-number"));
        }
        int length = tokens.length();
        into.set(tokens.characters(), tokens.from(), length);
        if (!JsonSentences.isOrdinary(into)) {
            throw tokens.expected(Sentence.of("files.a-number-of-an-ordinary"));
        }
        keep(Math.max(OBJECT_BYTES, 2L * length));
    }

    /// Whether text stands here.
    public boolean isText() {
        return tokens.current() == JsonToken.VALUE_STRING;
    }

    /// Whether an object begins here.
    public boolean isObject() {
        return tokens.current() == JsonToken.START_OBJECT;
    }

    /// Whether an array begins here.
    public boolean isArray() {
        return tokens.current() == JsonToken.START_ARRAY;
    }

    /// Whether null stands here, as it can in an array.
    public boolean isNull() {
        return tokens.current() == JsonToken.VALUE_NULL;
    }

    /// Whether `true` stands here.
    public boolean isTrue() {
        return tokens.current() == JsonToken.VALUE_TRUE;
    }

    /// The numbers of an array.
    ///
    /// @param item gives the number where it stands, or the bits of one
    public int[] numbers(IntSupplier item) {
        tokens.require(JsonToken.START_ARRAY, Sentence.of("files.an-array"));
        int count = 0;
        while (tokens.next() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                roomFor((long) Integer.BYTES * count);
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = item.getAsInt();
        }
        keep((long) Integer.BYTES * count);
        return Arrays.copyOf(numbers, count);
    }

    /// The whole number that stands here, within `[least, most]`.
    public int integer(int least, int most) {
        if (tokens.isInt()) {
            int value = tokens.intValue();
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw tokens.expected(JsonSentences.whole(least, most));
    }

    /// The float nearest to the decimal that stands here, rounded once. Zero is +0, however it is written.
    public float float32() {
        JsonToken token = tokens.current();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw tokens.expected(Sentence.of("files.a-number"));
        }
        int length = tokens.length();
        float value = FloatText.parse(tokens.characters(), tokens.from(), length);
        if (Float.isInfinite(value)) {
            throw tokens.expected(Sentence.of("files.a-number-that-a-float"));
        }
        return value + 0f;
    }

    /// The 32 bits that stand here as 8 hex digits.
    public int hex32() {
        tokens.require(JsonToken.VALUE_STRING, Sentence.of("files.text"));
        int length = tokens.length();
        char[] digits = tokens.characters();
        int bits = 0;
        for (int i = 0; i < Math.min(length, HEX_DIGITS); i++) {
            int digit = HexFormat.isHexDigit(digits[tokens.from() + i])
                    ? HexFormat.fromHexDigit(digits[tokens.from() + i]) : -1;
            length = digit < 0 ? -1 : length;
            bits = bits << 4 | digit;
        }
        if (length != HEX_DIGITS) {
            throw wrong(Sentence.of("files.are-not-hex-digits", JsonSentences.quoted(tokens.string()), HEX_DIGITS),
                    Sentence.of("files.use-the-file-as-it"));
        }
        return bits;
    }

    /// Goes on to the document that follows this one, whose outermost value was read.
    ///
    /// @return false if none follows
    public boolean next() {
        return tokens.next() != null;
    }

    /// Says that nothing may follow the document, whose outermost value was read.
    public void end() {
        if (tokens.next() != null) {
            throw tokens.over(JsonSentences.invalid(tokens.origin(), 0, tokens.parser().currentTokenLocation(),
                    JsonSentences.TRAILING, null));
        }
    }

    /// Reads the value that stands here; if that ends in a complaint about it, passes over the rest of it, so that what
    /// comes after it can be read all the same.
    ///
    /// @return the complaint
    /// @throws InputException if nothing more can be read
    public Optional<InputException> attempt(Runnable reading) {
        boolean nested = tokens.current().isStructStart();
        int depth = tokens.depth();
        try {
            reading.run();
            return Optional.empty();
        } catch (InputException e) {
            if (tokens.over()) {
                throw e;
            }
            while (nested && tokens.depth() >= depth) {
                tokens.next();
            }
            return Optional.of(e);
        }
    }

    /// Where this is, such as `runs[3].streams`, or nothing for the whole document.
    public String place() {
        return tokens.place();
    }

    /// How many bytes of the file come before this value.
    public long offset() {
        return tokens.offset();
    }

    /// Says that something here is not right.
    ///
    /// @param what what is wrong, as a clause
    /// @param remedy what to do, as an order
    public InputException wrong(Sentence what, Sentence remedy) {
        return tokens.wrong("", what, remedy);
    }

    /// Says that something in the object or array that ended here is not right.
    ///
    /// @param inside its place in there, such as `.tokens[5]`
    public InputException wrong(String inside, Sentence what, Sentence remedy) {
        return tokens.wrong(inside, what, remedy);
    }

    /// What a complaint said last, without file and remedy; nothing if all was right.
    public Optional<Sentence> complaint() {
        return Optional.ofNullable(tokens.complaint());
    }

    /// The keys of an object. Most have so few that looking through them costs less than a set.
    private static final class Keys {

        private static final int FEW = 8;

        private final String[] few = new String[FEW];
        private Set<String> all;
        private int count;

        void clear() {
            all = null;
            count = 0;
        }

        /// Whether the key is a new one.
        boolean add(String key) {
            if (all == null) {
                for (int i = 0; i < count; i++) {
                    if (few[i].equals(key)) {
                        return false;
                    }
                }
                if (count < FEW) {
                    few[count++] = key;
                    return true;
                }
                all = new HashSet<>(Arrays.asList(few));
            }
            count++;
            return all.add(key);
        }

        int count() {
            return count;
        }
    }

    private void keep(long bytes) {
        roomFor(bytes);
        kept += bytes;
    }

    private void roomFor(long bytes) {
        if (kept + bytes > keepLimit) {
            throw tokens.over(new InputException(Sentence.of("files.holds-more-than-the-mb", tokens.origin(),
                    keepLimit >> 20)));
        }
    }
}
