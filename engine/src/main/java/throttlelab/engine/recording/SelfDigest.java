package throttlelab.engine.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import tools.jackson.core.JacksonException;
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
    public static final String ZEROS = "0".repeat(2 * Sha256.BYTES);

    private static final String KEY = "digest";
    private static final JsonFactory FACTORY = new JsonFactory();

    private SelfDigest() {
    }

    /// Writes the digest into a document that has [#ZEROS] in its place.
    ///
    /// @param json the document; changed
    /// @return the digest
    /// @throws IllegalArgumentException if there is no place for it
    public static Sha256 seal(byte[] json) {
        int at = place(json).orElseThrow(() -> new IllegalArgumentException("no member '" + KEY + "' of 64 digits"));
        Sha256 digest = computed(json, at);
        byte[] digits = digest.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, json, at, digits.length);
        return digest;
    }

    /// The digest that a document carries, if it holds.
    ///
    /// @return nothing if there is no digest, or the document is not what it was when it was sealed
    public static Optional<Sha256> verify(byte[] json) {
        OptionalInt at = place(json);
        return at.isEmpty() ? Optional.empty()
                : Optional.of(stated(json, at.getAsInt())).filter(computed(json, at.getAsInt())::equals);
    }

    private static Sha256 stated(byte[] json, int at) {
        return Sha256.parse(new String(json, at, ZEROS.length(), StandardCharsets.US_ASCII));
    }

    private static Sha256 computed(byte[] json, int at) {
        byte[] blank = json.clone();
        Arrays.fill(blank, at, at + ZEROS.length(), (byte) '0');
        return new Hasher().add(blank, 0, blank.length).finish();
    }

    /// Where the first hex digit stands.
    private static OptionalInt place(byte[] json) {
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

    private static OptionalInt digits(byte[] json, long at) {
        int end = (int) at + ZEROS.length();
        if (end >= json.length || json[(int) at - 1] != '"' || json[end] != '"') {
            return OptionalInt.empty();
        }
        for (int i = (int) at; i < end; i++) {
            if (!HexFormat.isHexDigit(json[i]) || Character.isUpperCase(json[i])) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of((int) at);
    }
}
