package throttlelab.engine.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    private static final int CHUNK = 1 << 16;
    /// A character has at most four bytes; three of them may wait for the fourth.
    private static final int WAITING = 3;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final String origin;
    private final long limit;
    private final boolean counting;
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
        this(in, origin, limit, true);
    }

    private TextInput(InputStream in, String origin, long limit, boolean counting) {
        super(in);
        this.origin = origin;
        this.limit = limit;
        this.counting = counting;
    }

    /// The same for one who does not mind on which line a sentence finds what is no UTF-8.
    static TextInput withoutLines(InputStream in, String origin, long limit) {
        return new TextInput(in, origin, limit, false);
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
        if (unchecked.position() == 0 && isAscii(bytes, offset, count)) {
            line += lines(bytes, offset, count);
            return;
        }
        unchecked.put(bytes, offset, count).flip();
        characters.clear();
        CoderResult result = decoder.decode(unchecked, characters, count == 0);
        line += lines(unchecked.array(), 0, unchecked.position());
        if (result.isError()) {
            throw TextFiles.invalid(origin, line, hidden() + taken - unchecked.remaining(), result);
        }
        unchecked.compact();
    }

    private static boolean isAscii(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int i = offset;
        long all = 0;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            all |= (long) EIGHT.get(bytes, i);
        }
        for (; i < end; i++) {
            all |= bytes[i] & HIGH_BITS;
        }
        return (all & HIGH_BITS) == 0;
    }

    private int lines(byte[] bytes, int offset, int count) {
        int lines = 0;
        for (int i = offset; counting && i < offset + count; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("every byte is looked at");
    }
}
