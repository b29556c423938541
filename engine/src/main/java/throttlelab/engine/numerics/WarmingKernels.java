package throttlelab.engine.numerics;

import java.util.concurrent.atomic.AtomicLong;

/// Plain loops at first, vectors as soon as they are compiled: the same bits, and a first token without delay.
///
/// Until the just-in-time compiler has been at it, a vector is an object, and one operation takes longer than a hundred
/// plain ones. So the first products are computed by [ScalarKernels]; once there have been some, a thread of its own
/// brings [SimdKernels] to speed and ends. May be shared by threads.
public final class WarmingKernels implements Kernels {

    /// Multiply-adds before the vectors are warmed up: more than a first token of a short prompt takes, so that it is
    /// shown before.
    private static final long HEAD_START = 200_000_000;

    private final Kernels scalar = new ScalarKernels();
    private final Kernels simd = new SimdKernels();
    private final AtomicLong multiplied = new AtomicLong();
    private final long headStart;
    private volatile Kernels present = scalar;

    /// Kernels for a program that has just started.
    public WarmingKernels() {
        this(HEAD_START);
    }

    /// @param headStart multiply-adds before the vectors are warmed up
    WarmingKernels(long headStart) {
        this.headStart = headStart;
    }

    /// Whether it computes with vectors by now.
    boolean warm() {
        return present == simd;
    }

    private void count(long multiplications) {
        long before = multiplied.getAndAdd(multiplications);
        if (before < headStart && before + multiplications >= headStart) {
            Thread.ofPlatform().name("warm-up").daemon(true).start(() -> {
                new VectorWarmUp(simd, scalar).run();
                present = simd;
            });
        }
    }

    @Override
    public String name() {
        return simd.name();
    }

    @Override
    public void matmul(PackedMatrix w, Rows x, Rows y) {
        Kernels now = present;
        now.matmul(w, x, y);
        if (now == scalar) {
            count((long) w.inputs() * w.outputs() * x.count());
        }
    }

    @Override
    public void rmsNorm(float[] x, int at, float[] weight, float epsilon, float[] out, int outAt) {
        present.rmsNorm(x, at, weight, epsilon, out, outAt);
    }

    @Override
    public void rotate(float[] x, int at, RotaryTable table, int position) {
        present.rotate(x, at, table, position);
    }

    @Override
    public void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int positions, float scale,
            float[] out) {
        present.scores(query, at, headDim, keys, keysAt, positions, scale, out);
    }

    @Override
    public void softmax(float[] x, int at, int length) {
        present.softmax(x, at, length);
    }

    @Override
    public void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out,
            int outAt) {
        present.weightedSum(weights, positions, values, valuesAt, headDim, out, outAt);
    }

    @Override
    public void swiglu(float[] x, int at, int width, float[] out, int outAt) {
        present.swiglu(x, at, width, out, outAt);
    }

    @Override
    public void scale(float[] x, int at, int length, float factor, float[] out, int outAt) {
        present.scale(x, at, length, factor, out, outAt);
    }

    @Override
    public void addScaled(float[] x, int at, int length, float factor, float[] out, int outAt) {
        present.addScaled(x, at, length, factor, out, outAt);
    }

    @Override
    public void add(float[] x, int at, int length, float[] out, int outAt) {
        present.add(x, at, length, out, outAt);
    }

    @Override
    public Choice choose(float[] logits, int at, int length, boolean[] present) {
        return this.present.choose(logits, at, length, present);
    }
}
