package throttlelab.engine.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The printable characters that stand for the 256 bytes in the vocabulary of a byte-level BPE: a byte that prints in
/// Latin-1 stands for itself, the others take the characters from U+0100 on in order. Source: GPT-2's
/// `bytes_to_unicode`.
final class ByteAlphabet {

    private static final char[] SYMBOLS = new char[256];
    private static final short[] BYTES = new short[512];

    static {
        Arrays.fill(BYTES, (short) -1);
        char next = 256;
        for (int value = 0; value < 256; value++) {
            boolean prints = value >= '!' && value <= '~' || value >= 0xA1 && value != 0xAD;
            SYMBOLS[value] = prints ? (char) value : next++;
            BYTES[SYMBOLS[value]] = (short) value;
        }
    }

    private ByteAlphabet() {
    }

    /// The character of a byte, 0 to 255.
    static char symbol(int value) {
        return SYMBOLS[value];
    }

    /// The bytes that a token of the vocabulary stands for; the token's own UTF-8 form if it is not written in this
    /// alphabet.
    static byte[] bytes(String token) {
        byte[] bytes = new byte[token.length()];
        for (int i = 0; i < bytes.length; i++) {
            char symbol = token.charAt(i);
            if (symbol >= BYTES.length || BYTES[symbol] < 0) {
                return token.getBytes(StandardCharsets.UTF_8);
            }
            bytes[i] = (byte) BYTES[symbol];
        }
        return bytes;
    }
}
