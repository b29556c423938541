package throttlelab.engine.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import throttlelab.engine.InputException;

/// Bytes on their way to a parser, which must be UTF-8 to the last of them and not too many. A byte order mark does not
/// get through.
final class TextInput extends FilterInputStream {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int CHUNK = 8192;
    /// A character has at most four bytes; three of them may wait for the fourth.
    private static final int WAITING = 3;

    private final String origin;
    private final long limit;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer characters = CharBuffer.allocate(CHUNK + WAITING);
    private final ByteBuffer unchecked = ByteBuffer.allocate(CHUNK + WAITING);
    private byte[] head;
    private long taken;
    private long line = 1;
    private long fence = Long.MAX_VALUE;

    /// More was asked for than [#fence(long)] allows.
    static final class FenceReached extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FenceReached() {
            super(null, null, false, false);
        }
    }

    /// @param origin where the bytes come from, for the sentences
    /// @param limit the most there may be
    TextInput(InputStream in, String origin, long limit) {
        super(in);
        this.origin = origin;
        this.limit = limit;
    }

    /// How many bytes the parser does not see because they are a mark; known once it has read.
    long hidden() {
        return head == null || head.length > 0 ? 0 : MARK.length;
    }

    /// Lets through about `bytes` more, then [FenceReached]. Without a fence, all that the limit allows.
    void fence(long bytes) {
        fence = taken + bytes;
    }

    void noFence() {
        fence = Long.MAX_VALUE;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("parsers read blocks");
    }

    /// @throws InputException if they are not UTF-8, or too many
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (head == null) {
            byte[] first = in.readNBytes(MARK.length);
            head = Arrays.equals(first, MARK) ? new byte[0] : first;
            if (head.length > 0) {
                System.arraycopy(head, 0, bytes, offset, head.length);
                check(bytes, offset, head.length);
                return head.length;
            }
        }
        if (taken > fence) {
            throw new FenceReached();
        }
        int count = in.readNBytes(bytes, offset, Math.min(length, CHUNK));
        check(bytes, offset, count);
        return count == 0 ? -1 : count;
    }

    private void check(byte[] bytes, int offset, int count) {
        taken += count;
        if (taken > limit) {
            throw TextFiles.tooLarge(origin, limit);
        }
        unchecked.put(bytes, offset, count).flip();
        characters.clear();
        CoderResult result = decoder.decode(unchecked, characters, count == 0);
        countLines(unchecked.position());
        if (result.isError()) {
            throw TextFiles.invalid(origin, line, hidden() + taken - unchecked.remaining(), result);
        }
        unchecked.compact();
    }

    private void countLines(int checked) {
        byte[] bytes = unchecked.array();
        int lines = 0;
        for (int i = 0; i < checked; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        line += lines;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("every byte is looked at");
    }
}
