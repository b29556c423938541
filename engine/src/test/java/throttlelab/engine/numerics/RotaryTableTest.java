package throttlelab.engine.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import throttlelab.engine.digest.Hasher;

/// The table of the shipped model does not hang on the last bits of a mathematical library: section 5 of the page.
class RotaryTableTest {

    private static final int POSITIONS = 512;
    private static final int HEAD_DIM = 64;
    private static final double THETA = 10_000;
    /// How far, in ulps of double, another library may be from fdlibm.
    private static final int ULPS = 2;
    /// What the page says lies at least between a cosine or sine and where its rounding would change.
    private static final double MARGIN = 7500;

    private final RotaryTable table = new RotaryTable(POSITIONS, HEAD_DIM, THETA);

    /// The digest was found with a C program (glibc), Python and NumPy.
    @Test
    void itsBitsAreThoseOfThePage() {
        Hasher hasher = new Hasher();
        for (int position = 0; position < POSITIONS; position++) {
            for (int i = 0; i < table.half(); i++) {
                hasher.add(new float[] {table.cosine(position, i), table.sine(position, i)}, 0, 2);
            }
        }
        assertThat(hasher.finish()).hasToString("2fb78618fcee97e0e586dc2f4c59008e0b73c89ea6704f0cb8503d2956fd056e");
    }

    @Test
    void noCosineOrSineIsNearWhereItsRoundingWouldChange() {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < table.half(); i++) {
            for (int position = 0; position < POSITIONS; position++) {
                double angle = position * (1.0 / power(i));
                nearest = Math.min(nearest, Math.min(margin(StrictMath.cos(angle)), margin(StrictMath.sin(angle))));
            }
        }
        assertThat(nearest).isBetween(MARGIN, MARGIN + 10);
    }

    @Test
    void aLibraryWithinTwoUlpsGivesTheSameTable() {
        assertThat(power(0)).as("exact in any library").isEqualTo(1);
        for (int i = 1; i < table.half(); i++) {
            for (int ulps = -ULPS; ulps <= ULPS; ulps++) {
                assertThat(changed(i, moved(power(i), ulps))).as("pair %d, power moved by %d ulps", i, ulps).isZero();
            }
        }
        assertThat(changed(0, 1)).isZero();
    }

    /// The control: the count does count. A power that is farther off changes the table, and so does one of pair 0 that
    /// is not exact: 355 is all but a multiple of π, and its sine all but zero.
    @Test
    void aWorseLibraryGivesAnotherTable() {
        assertThat(changed(0, Math.nextUp(1.0))).isEqualTo(1);
        int changed = 0;
        for (int i = 1; i < table.half(); i++) {
            changed += changed(i, moved(power(i), 1000));
        }
        assertThat(changed).isPositive();
    }

    private static double power(int i) {
        return StrictMath.pow(THETA, 2.0 * i / HEAD_DIM);
    }

    /// How many values of pair `i` come out otherwise with this power, cosines and sines moved up and down as well.
    private int changed(int i, double power) {
        int changed = 0;
        for (int position = 0; position < POSITIONS; position++) {
            double angle = position * (1.0 / power);
            changed += differs(StrictMath.cos(angle), table.cosine(position, i))
                    || differs(StrictMath.sin(angle), table.sine(position, i)) ? 1 : 0;
        }
        return changed;
    }

    /// Whether a value or one within [#ULPS] of it rounds to something else. Rounding is monotonic: the ends suffice.
    private static boolean differs(double value, float rounded) {
        return (float) moved(value, -ULPS) != rounded || (float) moved(value, ULPS) != rounded;
    }

    private static double moved(double value, int ulps) {
        DoubleUnaryOperator step = ulps < 0 ? Math::nextDown : Math::nextUp;
        double moved = value;
        for (int i = 0; i < Math.abs(ulps); i++) {
            moved = step.applyAsDouble(moved);
        }
        return moved;
    }

    /// Distance to the nearest midpoint of two fp32 numbers, in ulps of double.
    private static double margin(double value) {
        double nearest = (float) value;
        double above = (nearest + Math.nextUp((float) value)) / 2;
        double below = (nearest + Math.nextDown((float) value)) / 2;
        return Math.min(above - value, value - below) / Math.ulp(value);
    }
}
