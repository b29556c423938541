package throttlelab.engine.numerics;

/// Cosines and sines of the rotary embedding, for every position and every pair of a head's dimensions: computed in
/// double by `StrictMath` (fdlibm) and rounded once.
public final class RotaryTable {

    private final int half;
    private final float[] cosines;
    private final float[] sines;

    /// The table for `positions` positions of heads with `headDim` dimensions and the base `theta`.
    public RotaryTable(int positions, int headDim, double theta) {
        half = headDim / 2;
        cosines = new float[positions * half];
        sines = new float[positions * half];
        for (int i = 0; i < half; i++) {
            double frequency = 1.0 / StrictMath.pow(theta, 2.0 * i / headDim);
            for (int position = 0; position < positions; position++) {
                double angle = position * frequency;
                cosines[position * half + i] = (float) StrictMath.cos(angle);
                sines[position * half + i] = (float) StrictMath.sin(angle);
            }
        }
    }

    /// Pairs in a head: half its dimensions.
    public int half() {
        return half;
    }

    /// The cosines, those of a position from [#at(int)] on. Not to be changed.
    float[] cosines() {
        return cosines;
    }

    /// The sines, those of a position from [#at(int)] on. Not to be changed.
    float[] sines() {
        return sines;
    }

    /// Where a position's cosines and sines begin.
    int at(int position) {
        return position * half;
    }

    /// The cosine for pair `i` at `position`.
    public float cosine(int position, int i) {
        return cosines[position * half + i];
    }

    /// The sine for pair `i` at `position`.
    public float sine(int position, int i) {
        return sines[position * half + i];
    }
}
