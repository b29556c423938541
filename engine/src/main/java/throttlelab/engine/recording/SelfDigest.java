package throttlelab.engine.recording;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.seal.Seal;
import throttlelab.engine.seal.SealedJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The digest that a JSON file carries of itself: the SHA-256 of its bytes, with the 64 hex digits of the digest itself
/// replaced by zeros. They stand in the member `digest` of the outermost object.
///
/// It finds damage and careless edits; whoever changes a file on purpose can compute it anew.
public final class SelfDigest {

    /// What stands in the member `digest` until [#seal(byte\[\])].
    public static final String ZEROS = Seal.ZEROS;

    private static final String KEY = "digest";
    private static final JsonFactory FACTORY = new JsonFactory();

    private SelfDigest() {
    }

    /// Writes a JSON object that carries its own digest as its last member, and the checks of its lines before that,
    /// without keeping it in memory.
    ///
    /// @param members writes all other members
    /// @return the digest
    public static Sha256 write(OutputStream out, Consumer<JsonGenerator> members) {
        return SealedJson.write(out, members);
    }

    /// Writes the digest into a document that has [#ZEROS] in its place.
    ///
    /// @param json the document; changed
    /// @return the digest
    /// @throws IllegalArgumentException if there is no place for it
    public static Sha256 seal(byte[] json) {
        int at = place(json).orElseThrow(() -> new IllegalArgumentException("no member '" + KEY + "' of 64 digits"));
        Sha256 digest = Seal.digest(json, at);
        Seal.write(json, at, digest);
        return digest;
    }

    /// The digest that a document carries, if it holds.
    ///
    /// @return nothing if there is no digest, or the document is not what it was when it was sealed
    public static Optional<Sha256> verify(byte[] json) {
        OptionalInt at = place(json);
        return at.isEmpty() ? Optional.empty()
                : Optional.of(stated(json, at.getAsInt())).filter(Seal.digest(json, at.getAsInt())::equals);
    }

    static Sha256 stated(byte[] json, int at) {
        return Sha256.parse(new String(json, at, ZEROS.length(), StandardCharsets.US_ASCII));
    }

    /// Where the first hex digit of a document's digest stands, if it has one.
    public static OptionalInt place(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OptionalInt.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean here = parser.currentName().equals(KEY);
                parser.nextToken();
                if (here) {
                    return digits(json, parser.currentTokenLocation().getByteOffset() + 1);
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // Not JSON: whoever reads it on says so, with the place.
        }
        return OptionalInt.empty();
    }

    /// Where 64 lower-case hex digits between quotation marks begin, if they begin at `at`.
    static OptionalInt digits(byte[] json, long at) {
        long end = at + ZEROS.length();
        return at < 1 || end >= json.length || json[(int) at - 1] != '"' || json[(int) end] != '"'
                ? OptionalInt.empty() : Seal.digits(json, at);
    }
}
