package throttlelab.engine.files;

import java.nio.charset.StandardCharsets;

/// A text or number of a document, found in its bytes, and its characters once they are asked for.
final class QuickText {

    private static final int NAMES = 1 << 8;
    private static final int LONGEST_COMMON = 64;
    private static final int FACTOR = 31;
    private static final int UNICODE = 6;
    private static final int HEX = 16;
    /// And a sign.
    private static final int DIGITS_OF_AN_INT = 11;

    private final QuickBytes in;
    /// Keys that were seen: a document has the same few again and again.
    private final String[] names = new String[NAMES];
    private char[] characters = new char[64];
    private int start;
    /// How many bytes it has.
    private int size;
    /// Whether each byte is a character.
    private boolean plain;
    /// How many characters it has; −1 before they were asked for.
    private int length;
    private long whole;

    QuickText(QuickBytes in) {
        this.in = in;
    }

    /// What is kept begins with it, and the last of it was the byte before the next.
    void found(boolean plain) {
        this.start = in.keep;
        this.size = in.at - in.keep;
        this.plain = plain;
        this.length = -1;
    }

    /// Finds the text that ends with the next quotation mark, and passes over that.
    void find() {
        in.keep = in.at;
        boolean all = true;
        while (true) {
            passPlain();
            int next = in.peek();
            if (next == '"') {
                found(all);
                in.at++;
                return;
            }
            if (next == '\\') {
                all = false;
                escape();
            } else if (next >= 0 && next < ' ' || next == QuickBytes.END) {
                // A control character, or the end.
                throw new JsonStream.Unusual();
            } else {
                all &= next >= 0;
                in.at++;
            }
        }
    }

    private void passPlain() {
        byte[] bytes = in.bytes;
        int at = in.at;
        while (at < in.end && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        in.at = at;
    }

    private void escape() {
        if (!in.has(1)) {
            throw new JsonStream.Unusual();
        }
        int kind = in.bytes[in.at + 1];
        if (kind == 'u') {
            if (!in.has(UNICODE)) {
                throw new JsonStream.Unusual();
            }
            for (int i = 2; i < UNICODE; i++) {
                if (Character.digit(in.bytes[in.at + i], HEX) < 0) {
                    throw new JsonStream.Unusual();
                }
            }
            surrogate();
            in.at += UNICODE;
        } else {
            meant(kind);
            in.at += 2;
        }
    }

    /// Of the halves of a character one is followed by the other.
    private void surrogate() {
        char one = (char) hex(in.at + 2);
        if (Character.isSurrogate(one)) {
            if (Character.isLowSurrogate(one) || !in.has(2 * UNICODE - 1) || in.bytes[in.at + UNICODE] != '\\'
                    || in.bytes[in.at + UNICODE + 1] != 'u') {
                throw new JsonStream.Unusual();
            }
            for (int i = UNICODE + 2; i < 2 * UNICODE; i++) {
                if (Character.digit(in.bytes[in.at + i], HEX) < 0) {
                    throw new JsonStream.Unusual();
                }
            }
            if (!Character.isLowSurrogate((char) hex(in.at + UNICODE + 2))) {
                throw new JsonStream.Unusual();
            }
            in.at += UNICODE;
        }
    }

    private static char meant(int escaped) {
        return switch (escaped) {
            case '"', '\\', '/' -> (char) escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new JsonStream.Unusual();
        };
    }

    /// How many bytes it has.
    int size() {
        return size;
    }

    int length() {
        decode();
        return length;
    }

    char[] characters() {
        decode();
        return characters;
    }

    String string() {
        return plain ? new String(in.bytes, start, size, StandardCharsets.ISO_8859_1)
                : new String(characters(), 0, length);
    }

    /// The text as a key: the same object again for most of them.
    String name() {
        if (!plain || size > LONGEST_COMMON) {
            return string();
        }
        int hash = 0;
        for (int i = start; i < start + size; i++) {
            hash = FACTOR * hash + in.bytes[i];
        }
        int place = (hash ^ hash >>> Byte.SIZE) & NAMES - 1;
        if (names[place] == null || !is(names[place])) {
            names[place] = string();
        }
        return names[place];
    }

    private boolean is(String name) {
        if (name.length() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (name.charAt(i) != in.bytes[start + i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether it is a whole number that an `int` can hold, of one that is found to be a whole number.
    boolean isInt() {
        if (size > DIGITS_OF_AN_INT) {
            return false;
        }
        boolean negative = in.bytes[start] == '-';
        whole = 0;
        for (int i = negative ? start + 1 : start; i < start + size; i++) {
            whole = 10 * whole + in.bytes[i] - '0';
        }
        whole = negative ? -whole : whole;
        return whole == (int) whole;
    }

    /// The number, once [#isInt()] has told that it is one.
    int intValue() {
        return (int) whole;
    }

    private void decode() {
        if (length >= 0) {
            return;
        }
        if (size > characters.length) {
            characters = new char[2 * size];
        }
        length = 0;
        if (plain) {
            for (int i = 0; i < size; i++) {
                characters[i] = (char) in.bytes[start + i];
            }
            length = size;
        } else {
            int at = start;
            while (at < start + size) {
                at += character(at);
            }
        }
    }

    /// The bytes are known to be UTF-8, and what follows a backslash to be an escape.
    ///
    /// @return how many bytes make it
    private int character(int at) {
        byte[] bytes = in.bytes;
        int first = bytes[at];
        if (first == '\\') {
            boolean unicode = bytes[at + 1] == 'u';
            characters[length++] = unicode ? (char) hex(at + 2) : meant(bytes[at + 1]);
            return unicode ? UNICODE : 2;
        }
        if (first >= 0) {
            characters[length++] = (char) first;
            return 1;
        }
        int count = first < (byte) 0xE0 ? 2 : first < (byte) 0xF0 ? 3 : 4;
        int code = first & (1 << 7 - count) - 1;
        for (int i = 1; i < count; i++) {
            code = code << 6 | bytes[at + i] & 0x3F;
        }
        length += Character.toChars(code, characters, length);
        return count;
    }

    private int hex(int at) {
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            code = HEX * code + Character.digit(in.bytes[i], HEX);
        }
        return code;
    }
}
