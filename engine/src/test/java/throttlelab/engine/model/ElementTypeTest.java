package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/// Every bit pattern of the short types, against their definition in fp64.
class ElementTypeTest {

    private static final int PATTERNS = 1 << 16;

    @Test
    void everyHalfWidensExactly() {
        float[] widened = widen(ElementType.F16);
        for (int bits = 0; bits < PATTERNS; bits++) {
            assertValue(widened[bits], bits, bits >> 10 & 31, bits & 0x3ff, 10, 15, 31);
        }
        assertThat(widened[1]).isEqualTo(0x1p-24f);
        assertThat(widened[0x3ff]).isEqualTo(0x3ffp-24f);
    }

    @Test
    void everyBfloatWidensExactly() {
        float[] widened = widen(ElementType.BF16);
        for (int bits = 0; bits < PATTERNS; bits++) {
            assertValue(widened[bits], bits, bits >> 7 & 255, bits & 0x7f, 7, 127, 255);
        }
    }

    private static void assertValue(float widened, int bits, int exponent, int fraction, int width, int bias, int top) {
        if (exponent == top && fraction != 0) {
            assertThat(widened).as("%04x", bits).isNaN();
            return;
        }
        double size = exponent == top ? Double.POSITIVE_INFINITY
                : exponent == 0 ? Math.scalb((double) fraction, 1 - bias - width)
                : Math.scalb((double) (fraction | 1 << width), exponent - bias - width);
        float expected = (float) (bits >= 0x8000 ? -size : size);
        assertThat(Float.floatToIntBits(widened)).as("%04x", bits).isEqualTo(Float.floatToIntBits(expected));
    }

    private static float[] widen(ElementType type) {
        ByteBuffer bytes = ByteBuffer.allocate(1 + PATTERNS * 2).order(ByteOrder.LITTLE_ENDIAN).put((byte) 7);
        for (int bits = 0; bits < PATTERNS; bits++) {
            bytes.putShort((short) bits);
        }
        float[] widened = new float[PATTERNS];
        MemorySegment unaligned = MemorySegment.ofArray(bytes.array()).asSlice(1);
        type.widen(unaligned, 0, PATTERNS, widened, new short[PATTERNS]);
        return widened;
    }
}
