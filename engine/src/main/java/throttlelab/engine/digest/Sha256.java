package throttlelab.engine.digest;

import java.util.HexFormat;

/// A SHA-256 digest as a value: 32 bytes in four big-endian words, so that it compares and hashes without touching
/// an array.
public record Sha256(long w0, long w1, long w2, long w3) {

    /// Bytes in a digest.
    public static final int BYTES = 32;

    /// The digest whose 64 hex digits are `hex`.
    ///
    /// @throws IllegalArgumentException if `hex` is not 64 hex digits
    public static Sha256 parse(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a SHA-256 has 64 hex digits, not " + hex.length());
        }
        return new Sha256(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32),
                HexFormat.fromHexDigitsToLong(hex, 32, 48), HexFormat.fromHexDigitsToLong(hex, 48, 64));
    }

    /// Written out: it is asked for several times a stage, and a record's own is slow until it is compiled.
    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that && w0 == that.w0 && w1 == that.w1 && w2 == that.w2 && w3 == that.w3;
    }

    /// Any part of a digest is as good as another.
    @Override
    public int hashCode() {
        return Long.hashCode(w0);
    }

    /// The first `digits` hex digits, for eyes.
    public String prefix(int digits) {
        return toString().substring(0, digits);
    }

    /// All 64 hex digits, lower case.
    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(w0) + hex.toHexDigits(w1) + hex.toHexDigits(w2) + hex.toHexDigits(w3);
    }
}
