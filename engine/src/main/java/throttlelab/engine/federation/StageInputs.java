package throttlelab.engine.federation;

/// Memory for the inputs of stages: one array, over and over, as long as nobody reads it any more when the next stage
/// needs it.
///
/// Whoever hands an input out says when that is so. An input that is never given back, because a worker that comes too
/// late may still read it, or a revived one will, is its readers' own from then on, and the next stage gets a new one.
final class StageInputs {

    private static final float[] NONE = {};

    private float[] free = NONE;

    /// Memory for at least `floats` floats, with anything in it.
    float[] take(int floats) {
        float[] taken = free.length < floats ? new float[floats] : free;
        free = NONE;
        return taken;
    }

    /// Says that nobody reads an input any more.
    void giveBack(float[] input) {
        free = input;
    }
}
