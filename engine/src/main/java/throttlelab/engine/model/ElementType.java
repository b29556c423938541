package throttlelab.engine.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// How a checkpoint stores a number. Each widens to fp32 exactly.
enum ElementType {

    F32(4) {
        @Override
        void widen(MemorySegment data, long from, int count, float[] into, short[] scratch) {
            MemorySegment.copy(data, FLOATS, from * bytes(), into, 0, count);
        }
    },

    /// The upper half of an fp32.
    BF16(2) {
        @Override
        void widen(MemorySegment data, long from, int count, float[] into, short[] scratch) {
            MemorySegment.copy(data, SHORTS, from * bytes(), scratch, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] = Float.intBitsToFloat(scratch[i] << 16);
            }
        }
    },

    /// IEEE 754 binary16, subnormals included.
    F16(2) {
        @Override
        void widen(MemorySegment data, long from, int count, float[] into, short[] scratch) {
            MemorySegment.copy(data, SHORTS, from * bytes(), scratch, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] = Float.float16ToFloat(scratch[i]);
            }
        }
    };

    private static final ValueLayout.OfFloat FLOATS =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORTS =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /// Bytes of an element.
    int bytes() {
        return bytes;
    }

    /// Widens `count` elements of `data` from the element `from` into the beginning of `into`; `scratch` has room for
    /// as many.
    abstract void widen(MemorySegment data, long from, int count, float[] into, short[] scratch);
}
