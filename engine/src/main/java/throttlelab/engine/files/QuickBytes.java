package throttlelab.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The bytes of a document while they are looked at, with all of the token that is being read.
final class QuickBytes {

    /// Nothing is left to look at. No byte of UTF-8 is like that.
    static final int END = -1;

    private static final int FIRST = 1 << 16;
    private static final int MOST = 1 << 23;

    private final InputStream in;
    private boolean ended;
    /// Where the bytes are; another array after [#more()].
    byte[] bytes = new byte[FIRST];
    /// The next one to look at.
    int at;
    /// So many of them are there.
    int end;
    /// From here on they are still needed.
    int keep;

    QuickBytes(InputStream in) {
        this.in = in;
    }

    /// The next byte, which stays the next; [#END] if there is none.
    int peek() {
        return at < end || more() ? bytes[at] : END;
    }

    /// Whether another one is `count` bytes after the next, and everything between them.
    boolean has(int count) {
        while (end - at <= count) {
            if (!more()) {
                return false;
            }
        }
        return true;
    }

    /// Gets more, and moves those that are still needed to the front.
    ///
    /// @return false if there are no more
    /// @throws JsonStream.Unusual if too many are still needed, or the file cannot be read
    boolean more() {
        if (ended) {
            return false;
        }
        end -= keep;
        at -= keep;
        System.arraycopy(bytes, keep, bytes, 0, end);
        keep = 0;
        if (end == bytes.length) {
            if (end >= MOST) {
                throw new JsonStream.Unusual();
            }
            bytes = Arrays.copyOf(bytes, 2 * end);
        }
        try {
            int count = in.read(bytes, end, bytes.length - end);
            ended = count < 0;
            end += Math.max(0, count);
            return !ended;
        } catch (IOException e) {
            throw new JsonStream.Unusual();
        }
    }

    /// Passes over decimal digits.
    void digits() {
        int i = at;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        at = i;
        if (i == end && more()) {
            digits();
        }
    }

    /// Passes over white space.
    ///
    /// @return the byte after it, which is the next; [#END] if there is none
    int space() {
        while (true) {
            keep = at;
            int next = peek();
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
    }
}
