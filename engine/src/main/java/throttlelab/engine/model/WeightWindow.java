package throttlelab.engine.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import throttlelab.engine.digest.Hasher;

/// A stretch of widened weights, reused from stretch to stretch. Not for use by two threads at once.
final class WeightWindow {

    private static final ValueLayout.OfFloat LITTLE_ENDIAN =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int EXPONENT = 0x7f80_0000;

    private final float[] floats;
    private final short[] scratch;
    private final byte[] bytes;
    private int count;

    /// A window of at most `capacity` weights.
    WeightWindow(int capacity) {
        floats = new float[capacity];
        scratch = new short[capacity];
        bytes = new byte[capacity * Float.BYTES];
    }

    /// Fills it with `elements` weights of a tensor from the element `from` on.
    WeightWindow read(Tensor tensor, long from, int elements) {
        tensor.type().widen(tensor.data(), from, elements, floats, scratch);
        count = elements;
        return this;
    }

    /// The weights, from index 0.
    float[] floats() {
        return floats;
    }

    /// Appends the fp32 bits to a digest, little-endian.
    void addTo(Hasher hasher) {
        MemorySegment.copy(MemorySegment.ofArray(floats), ValueLayout.JAVA_FLOAT, 0,
                MemorySegment.ofArray(bytes), LITTLE_ENDIAN, 0, count);
        hasher.add(bytes, 0, count * Float.BYTES);
    }

    /// The first weight that is NaN or infinite, -1 if there is none.
    int firstNotFinite() {
        int worst = 0;
        for (int i = 0; i < count; i++) {
            // Only an exponent of all ones carries into the sign.
            worst |= (Float.floatToRawIntBits(floats[i]) & EXPONENT) + (EXPONENT & -EXPONENT);
        }
        if (worst >= 0) {
            return -1;
        }
        int at = 0;
        while (Float.isFinite(floats[at])) {
            at++;
        }
        return at;
    }
}
