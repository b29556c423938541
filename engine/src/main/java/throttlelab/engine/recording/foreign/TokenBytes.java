package throttlelab.engine.recording.foreign;

import java.util.Arrays;
import java.util.HexFormat;

/// The bytes of a token while they are read, in a place that those of the next one take again; or nothing, where a
/// server does not tell them.
final class TokenBytes {

    private byte[] bytes = new byte[16];
    private int length = -1;

    /// Makes it hold nothing.
    void clear() {
        length = -1;
    }

    /// Begins with no bytes, which is more than nothing.
    void begin() {
        length = 0;
    }

    void add(byte one) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = one;
    }

    /// Takes those that hex digits stand for.
    ///
    /// @param hex null for nothing
    void set(String hex) {
        clear();
        if (hex != null) {
            bytes = HexFormat.of().parseHex(hex);
            length = bytes.length;
        }
    }

    /// How many there are; −1 if it holds nothing.
    int length() {
        return length;
    }

    /// In lower-case hex digits; null if it holds nothing.
    String hex() {
        return length < 0 ? null : HexFormat.of().formatHex(bytes, 0, length);
    }

    int at(int index) {
        return bytes[index];
    }

    int hash(int seed) {
        int hash = seed + length;
        for (int i = 0; i < length; i++) {
            hash = hash * PieceTable.FACTOR + bytes[i];
        }
        return hash;
    }
}
