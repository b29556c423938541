package throttlelab.engine.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.zip.CRC32C;

/// A reusable CRC32C over digests and the little-endian bytes of floats.
///
/// It finds corruption, not a liar: anyone can compute it. Not for use by two threads at once.
public final class Checksum {

    /// Floats that are copied at a time: a window that stays in the first-level cache.
    private static final int WINDOW = 2048;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(WINDOW * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final FloatBuffer floats = bytes.asFloatBuffer();

    /// Appends the 32 bytes of a digest.
    public Checksum add(Sha256 digest) {
        bytes.clear();
        bytes.order(ByteOrder.BIG_ENDIAN);
        bytes.putLong(digest.w0()).putLong(digest.w1()).putLong(digest.w2()).putLong(digest.w3());
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        crc.update(bytes.flip());
        return this;
    }

    /// Appends `length` floats of `values` from `offset`, four little-endian bytes each.
    public Checksum add(float[] values, int offset, int length) {
        for (int done = 0; done < length; done += WINDOW) {
            int window = Math.min(WINDOW, length - done);
            floats.clear();
            floats.put(values, offset + done, window);
            bytes.clear().limit(window * Float.BYTES);
            crc.update(bytes);
        }
        return this;
    }

    /// Appends `length` ints of `values` from `offset`, four little-endian bytes each.
    public Checksum add(int[] values, int offset, int length) {
        for (int i = 0; i < length; i++) {
            bytes.clear();
            crc.update(bytes.putInt(values[offset + i]).flip());
        }
        return this;
    }

    /// The checksum of everything appended since the last call.
    public int finish() {
        int value = (int) crc.getValue();
        crc.reset();
        return value;
    }
}
