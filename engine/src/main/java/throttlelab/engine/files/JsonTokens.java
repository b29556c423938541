package throttlelab.engine.files;

import java.util.function.Supplier;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The tokens of a JSON document as they come, where they stand, and the sentences about them.
interface JsonTokens {

    String origin();

    /// The token at which this stands; null at the end.
    JsonToken current();

    /// Goes on to the next token.
    ///
    /// @return null at the end
    JsonToken next();

    /// Goes on to the end of the object or array that begins here.
    void skipChildren();

    /// The key at which this stands, or whose value it is.
    String name();

    /// How many characters the text or number has that stands here.
    int length();

    /// Where they stand, from [#from()].
    char[] characters();

    /// Where in [#characters()] they begin.
    int from();

    /// The text or number that stands here.
    String string();

    /// Whether a whole number stands here that an `int` can hold.
    boolean isInt();

    /// That number.
    int intValue();

    /// The parser below, for what it reads by itself.
    JsonParser parser();

    /// Reads what may break off.
    <T> T guarded(Supplier<T> reading);

    /// The same while no more than about `bytes` are read.
    ///
    /// @return how many were
    long fenced(long bytes, Runnable reading);

    /// Marks a failure after which nothing more can be read.
    InputException over(InputException failure);

    boolean over();

    /// How deep in objects and arrays this is; the beginning of one counts as in it, its end does not.
    int depth();

    /// How many bytes of the file come before this token.
    long offset();

    /// Where this is, such as `runs[3].streams`, or nothing for the whole document.
    String place();

    /// Says that something is not right.
    ///
    /// @param inside its place in the object or array that ended here, such as `.tokens[5]`, or nothing
    InputException wrong(String inside, Sentence what, Sentence remedy);

    /// What [#wrong(String, String, String)] said last, without file and remedy; `null` if all was right.
    Sentence complaint();

    /// Says that something else stands here than what is expected.
    InputException expected(Sentence what);

    default void require(JsonToken token, Sentence what) {
        if (current() != token) {
            throw expected(what);
        }
    }
}
