package throttlelab.engine.recording.foreign;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers as they are printed, one after the other: a million of them take as many bytes as they have characters, and
/// four more each. Some may be missing.
final class Numbers {

    /// Servers print this, or the least float, where they have no log-probability.
    private static final BigDecimal NO_NUMBER = new BigDecimal("-9999");
    /// So many characters before the point are above it, without an exponent.
    private static final int SHORT = 5;

    private byte[] characters = new byte[64];
    /// Where each one ends; one without characters is missing.
    private int[] ends = new int[8];
    private int size;

    int size() {
        return size;
    }

    /// Appends a number of ASCII characters.
    ///
    /// @param number null, or a buffer that holds nothing, if it is missing
    void add(CharSequence number) {
        int length = number == null ? 0 : Math.max(0, number.length());
        int from = room(length);
        for (int i = 0; i < length; i++) {
            characters[from + i] = (byte) number.charAt(i);
        }
    }

    /// Appends one of others.
    void add(Numbers others, int index) {
        int length = others.end(index) - others.start(index);
        int from = room(length);
        System.arraycopy(others.characters, others.start(index), characters, from, length);
    }

    private int room(int length) {
        int from = start(size);
        if (from + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(from + length, from + from / 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
        }
        ends[size++] = from + length;
        return from;
    }

    /// Gives back the room that is left.
    void trim() {
        characters = Arrays.copyOf(characters, start(size));
        ends = Arrays.copyOf(ends, size);
    }

    /// One number; null if it is missing.
    String get(int index) {
        return isMissing(index) ? null
                : new String(characters, start(index), end(index) - start(index), StandardCharsets.ISO_8859_1);
    }

    boolean isMissing(int index) {
        return start(index) == end(index);
    }

    /// Whether two have the same characters, or are both missing.
    boolean same(int index, Numbers others, int other) {
        return Arrays.equals(characters, start(index), end(index), others.characters, others.start(other),
                others.end(other));
    }

    /// Whether one is there that says something.
    boolean isPrinted(int index) {
        return !isMissing(index) && (isShort(index) || isPrinted(get(index)));
    }

    static boolean isPrinted(String number) {
        return number != null && new BigDecimal(number).compareTo(NO_NUMBER) > 0;
    }

    /// Whether it is above the one that stands for none at a glance: no exponent, and too few digits before the point.
    private boolean isShort(int index) {
        int before = -1;
        int start = start(index);
        int end = end(index);
        for (int i = start; i < end; i++) {
            if (characters[i] == '.' && before < 0) {
                before = i - start;
            } else if (characters[i] == 'e' || characters[i] == 'E') {
                return false;
            }
        }
        return (before < 0 ? end - start : before) < SHORT;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    private int end(int index) {
        return ends[index];
    }
}
