package throttlelab.engine.files;

/// The float nearest to a decimal, rounded once, as [Float#parseFloat(String)] finds it, without making a text of it
/// where there is no need: files have millions of them.
///
/// A decimal of at most 15 digits and a power of ten up to 22 are doubles, and so their product or quotient is the
/// double nearest to the decimal. The float nearest to that double is the one nearest to the decimal, unless the double
/// lies just in the middle of two floats, where the decimal may lie on either side of it.
final class FloatText {

    private static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
        1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    private static final int MOST_DIGITS = 15;
    /// The bits of a double that a float has no room for, and their value in the middle of two floats.
    private static final long BEYOND_FLOAT = (1L << 29) - 1;
    private static final long MIDDLE = 1L << 28;

    private FloatText() {
    }

    /// @param text a number as JSON has it, `length` characters from `offset`
    static float parse(char[] text, int offset, int length) {
        int end = offset + length;
        int at = offset + (text[offset] == '-' ? 1 : 0);
        long digits = 0;
        int first = at;
        int point = -1;
        for (; at < end && (text[at] == '.' || text[at] >= '0' && text[at] <= '9'); at++) {
            if (text[at] == '.') {
                point = at;
            } else if (at - first <= MOST_DIGITS) {
                digits = 10 * digits + text[at] - '0';
            }
        }
        int count = at - first - (point < 0 ? 0 : 1);
        int exponent = exponent(text, at, end) - (point < 0 ? 0 : at - 1 - point);
        if (count <= MOST_DIGITS && Math.abs(exponent) < TENS.length) {
            double value = exponent < 0 ? digits / TENS[-exponent] : digits * TENS[exponent];
            if ((Double.doubleToRawLongBits(value) & BEYOND_FLOAT) != MIDDLE) {
                return (float) (text[offset] == '-' ? -value : value);
            }
        }
        return Float.parseFloat(new String(text, offset, length));
    }

    /// @return far too much where it is not short
    private static int exponent(char[] text, int from, int end) {
        if (from == end) {
            return 0;
        }
        int at = from + 1;
        boolean negative = text[at] == '-';
        at += negative || text[at] == '+' ? 1 : 0;
        int exponent = 0;
        for (; at < end; at++) {
            exponent = Math.min(10 * exponent + text[at] - '0', 1000);
        }
        return negative ? -exponent : exponent;
    }
}
