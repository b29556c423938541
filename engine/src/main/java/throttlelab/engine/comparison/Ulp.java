package throttlelab.engine.comparison;

/// How far apart two floats are: in units in the last place, that is in steps from one float to the next.
public final class Ulp {

    private Ulp() {
    }

    /// How many steps lead from one to the other, through all floats in between. +0 and −0 are one step apart, because
    /// they are different bits; the largest float and infinity are neighbours.
    ///
    /// @throws IllegalArgumentException if one of them is not a number
    public static long distance(float a, float b) {
        return Math.abs(place(a) - place(b));
    }

    /// The place of a float among all floats in ascending order, +0 at 0 and −0 at −1. Bits are sign and magnitude; as
    /// they stand, negative ones would count backwards.
    private static long place(float value) {
        if (Float.isNaN(value)) {
            throw new IllegalArgumentException("not a number has no distance");
        }
        int bits = Float.floatToRawIntBits(value);
        return bits >= 0 ? bits : -1L - (bits & Integer.MAX_VALUE);
    }
}
