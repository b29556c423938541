package throttlelab.engine.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A reusable SHA-256 computation: fields are appended, [#finish()] gives the digest and starts afresh.
///
/// Every field has a fixed width or carries its length, so that no two different sequences of fields give the same
/// bytes. Numbers are big-endian. Not for use by two threads at once.
public final class Hasher {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle FLOAT_BITS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    /// Names in addresses are no longer, and are appended without memory of their own.
    private static final int SHORT = 64;

    private final MessageDigest sha;
    private final byte[] buffer = new byte[8192];
    private int filled;

    /// A computation with nothing in it.
    public Hasher() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Appends four bytes, big-endian.
    public Hasher add(int value) {
        room(Integer.BYTES);
        INT.set(buffer, filled, value);
        filled += Integer.BYTES;
        return this;
    }

    /// Appends eight bytes, big-endian.
    public Hasher add(long value) {
        room(Long.BYTES);
        LONG.set(buffer, filled, value);
        filled += Long.BYTES;
        return this;
    }

    /// Appends the 32 bytes of a digest.
    public Hasher add(Sha256 digest) {
        return add(digest.w0()).add(digest.w1()).add(digest.w2()).add(digest.w3());
    }

    /// Appends the length of the UTF-8 form (four bytes) and the form itself.
    public Hasher add(String text) {
        int length = text.length();
        if (length <= SHORT && isAscii(text)) {
            room(Integer.BYTES + length);
            add(length);
            for (int i = 0; i < length; i++) {
                buffer[filled++] = (byte) text.charAt(i);
            }
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes.length).add(bytes, 0, bytes.length);
    }

    /// Appends bytes as they are, without their length.
    public Hasher add(byte[] bytes, int offset, int length) {
        flush();
        sha.update(bytes, offset, length);
        return this;
    }

    /// Appends the bits of floats, little-endian, four bytes each, without their number.
    public Hasher add(float[] values, int offset, int length) {
        for (int i = 0; i < length; i++) {
            room(Float.BYTES);
            FLOAT_BITS.set(buffer, filled, values[offset + i]);
            filled += Float.BYTES;
        }
        return this;
    }

    /// The digest of everything appended since the last call.
    public Sha256 finish() {
        flush();
        try {
            sha.digest(buffer, 0, Sha256.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("the buffer holds a digest", e);
        }
        return new Sha256((long) LONG.get(buffer, 0), (long) LONG.get(buffer, 8),
                (long) LONG.get(buffer, 16), (long) LONG.get(buffer, 24));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private void room(int bytes) {
        if (filled + bytes > buffer.length) {
            flush();
        }
    }

    private void flush() {
        sha.update(buffer, 0, filled);
        filled = 0;
    }
}
