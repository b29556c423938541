package throttlelab.engine.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds the SIMD arithmetic to the scalar one, bit for bit, on random shapes, odd sizes and odd numbers.
class KernelsTest {

    /// What the operands look like.
    enum Numbers {
        /// Like activations and weights.
        ORDINARY,
        /// Signs, sizes from the smallest denormal to the greatest finite number.
        ANY_BITS,
        /// Denormals only.
        DENORMAL,
        /// Ordinary with infinities, NaN and zeros of both signs strewn in.
        SPECIAL;

        float next(Random random) {
            return switch (this) {
                case ORDINARY -> (float) random.nextGaussian();
                case ANY_BITS -> finite(random);
                case DENORMAL -> Float.intBitsToFloat(random.nextInt() & 0x807FFFFF);
                case SPECIAL -> switch (random.nextInt(12)) {
                    case 0 -> Float.POSITIVE_INFINITY;
                    case 1 -> Float.NEGATIVE_INFINITY;
                    case 2 -> Float.NaN;
                    case 3 -> -0.0f;
                    case 4 -> 0.0f;
                    default -> (float) random.nextGaussian() * 50;
                };
            };
        }

        private static float finite(Random random) {
            float value = Float.intBitsToFloat(random.nextInt());
            return Float.isFinite(value) ? value : 1.0f;
        }
    }

    private static final int ROUNDS = 60;

    private final Kernels scalar = new ScalarKernels();
    private final Kernels simd = new SimdKernels();

    @ParameterizedTest
    @EnumSource
    void matmulGivesTheSameBitsHoweverTheWeightsAreKept(Numbers numbers) {
        rounds(1, random -> {
            int outputs = 1 + random.nextInt(200);
            int inputs = 1 + random.nextInt(90);
            int rows = 1 + random.nextInt(15);
            float[] w = bfloat16(floats(numbers, random, outputs * inputs));
            float[] x = floats(numbers, random, rows * inputs);
            PackedMatrix whole = filled(PackedMatrix.fp32(outputs, inputs), w);
            PackedMatrix half = filled(PackedMatrix.bfloat16(outputs, inputs), w);
            float[] expected = product(scalar, whole, x, rows);
            assertSameBits(product(scalar, half, x, rows), expected);
            assertSameBits(product(simd, whole, x, rows), expected);
            assertSameBits(product(simd, half, x, rows), expected);
        });
    }

    @ParameterizedTest
    @EnumSource
    void matmulGivesTheSameBitsForWeightsThatAreNoBfloat16(Numbers numbers) {
        rounds(11, random -> {
            int outputs = 1 + random.nextInt(100);
            int inputs = 1 + random.nextInt(90);
            int rows = 1 + random.nextInt(15);
            PackedMatrix matrix = matrix(numbers, random, outputs, inputs);
            float[] x = floats(numbers, random, rows * inputs);
            assertSameBits(product(simd, matrix, x, rows), product(scalar, matrix, x, rows));
        });
    }

    @Test
    void aMatrixOfBfloat16NumbersTakesNoOthers() {
        PackedMatrix matrix = PackedMatrix.bfloat16(20, 2);
        for (int output : new int[] {0, 19}) {
            assertThatThrownBy(() -> matrix.putRow(output, new float[] {1, 0.1f}, 0))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRowThatIsPutAgainReplacesTheOneBefore() {
        PackedMatrix matrix = PackedMatrix.bfloat16(20, 1);
        for (float value : new float[] {1.5f, -2}) {
            matrix.putRow(3, new float[] {value}, 0);
            matrix.putRow(19, new float[] {-value}, 0);
        }
        assertThat(matrix.get(3, 0)).isEqualTo(-2);
        assertThat(matrix.get(19, 0)).isEqualTo(2);
    }

    @Test
    void aRowOfABatchNeverMeetsItsNeighbours() {
        rounds(2, random -> {
            int outputs = 1 + random.nextInt(150);
            int inputs = 1 + random.nextInt(60);
            int rows = 2 + random.nextInt(9);
            PackedMatrix matrix = matrix(Numbers.ORDINARY, random, outputs, inputs);
            float[] x = floats(Numbers.ORDINARY, random, rows * inputs);
            float[] batch = new float[rows * outputs];
            float[] single = new float[rows * outputs];
            simd.matmul(matrix, new Rows(rows).dense(x, 0, rows, inputs), new Rows(rows).dense(batch, 0, rows, outputs));
            for (int row = 0; row < rows; row++) {
                simd.matmul(matrix, new Rows(1).over(x).add(row * inputs), new Rows(1).over(single).add(row * outputs));
            }
            assertSameBits(batch, single);
        });
    }

    /// The control: another order along the sum does change bits, so equality above is no accident of easy numbers.
    @Test
    void aSumInAnotherOrderChangesBits() {
        Random random = new Random(3);
        float[] w = floats(Numbers.ORDINARY, random, 256);
        float[] x = floats(Numbers.ORDINARY, random, 256);
        int different = 0;
        for (int round = 0; round < 100; round++) {
            float ascending = 0.0f;
            float descending = 0.0f;
            for (int i = 0; i < 256; i++) {
                ascending = Math.fma(x[i], w[i], ascending);
                descending = Math.fma(x[255 - i], w[255 - i], descending);
            }
            different += Float.floatToIntBits(ascending) == Float.floatToIntBits(descending) ? 0 : 1;
            x[round] += 1;
        }
        assertThat(different).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource
    void rmsNormGivesTheSameBits(Numbers numbers) {
        rounds(4, random -> {
            int length = random.nextBoolean() ? 1 + random.nextInt(300) : 16 * (1 + random.nextInt(20));
            float[] weight = floats(numbers, random, length);
            float[] x = floats(numbers, random, length + 2);
            assertSame(k -> {
                float[] out = new float[length + 5];
                k.rmsNorm(x, 2, weight, 1e-6f, out, 5);
                return out;
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void scoresGiveTheSameBits(Numbers numbers) {
        rounds(5, random -> {
            int headDim = 1 + random.nextInt(70);
            int capacity = 16 * (1 + random.nextInt(12));
            int positions = 1 + random.nextInt(capacity);
            float[] query = floats(numbers, random, headDim + 1);
            float[] keys = floats(numbers, random, headDim * capacity + 7);
            assertSame(k -> {
                float[] out = new float[capacity];
                k.scores(query, 1, headDim, keys, 7, positions, 0.125f, out);
                return Arrays.copyOf(out, positions);
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void rotationGivesTheSameBits(Numbers numbers) {
        rounds(10, random -> {
            int half = 1 + random.nextInt(50);
            RotaryTable table = new RotaryTable(9, 2 * half, 10_000);
            float[] x = floats(numbers, random, 2 * half + 3);
            assertSame(k -> {
                float[] out = x.clone();
                k.rotate(out, 2, table, 8);
                return out;
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void softmaxGivesTheSameBits(Numbers numbers) {
        rounds(6, random -> {
            int length = 1 + random.nextInt(130);
            float[] x = floats(numbers, random, length + 3);
            assertSame(k -> {
                float[] out = x.clone();
                k.softmax(out, 3, length);
                return out;
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void weightedSumGivesTheSameBits(Numbers numbers) {
        rounds(7, random -> {
            int headDim = 1 + random.nextInt(140);
            int positions = 1 + random.nextInt(60);
            float[] weights = floats(numbers, random, positions);
            float[] values = floats(numbers, random, positions * headDim + 1);
            assertSame(k -> {
                float[] out = new float[headDim + 2];
                k.weightedSum(weights, positions, values, 1, headDim, out, 2);
                return out;
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void elementwiseOperationsGiveTheSameBits(Numbers numbers) {
        rounds(8, random -> {
            int length = 1 + random.nextInt(100);
            float[] x = floats(numbers, random, 2 * length + 1);
            float[] y = floats(numbers, random, length + 2);
            float factor = numbers.next(random);
            assertSame(k -> {
                float[] out = new float[length + 2];
                k.swiglu(x, 1, length, out, 2);
                return out;
            });
            assertSame(k -> {
                float[] out = y.clone();
                k.scale(x, 1, length, factor, out, 2);
                return out;
            });
            assertSame(k -> {
                float[] out = y.clone();
                k.addScaled(x, 1, length, factor, out, 2);
                return out;
            });
            assertSame(k -> {
                float[] out = y.clone();
                k.add(x, 1, length, out, 2);
                return out;
            });
        });
    }

    @ParameterizedTest
    @EnumSource
    void theGreedyChoiceIsTheSame(Numbers numbers) {
        rounds(9, random -> {
            int length = 1 + random.nextInt(200);
            float[] logits = floats(numbers, random, length + 1);
            boolean[] present = new boolean[length];
            IntStream.range(0, length).forEach(i -> present[i] = i == length / 2 || random.nextInt(4) > 0);
            for (boolean[] mask : new boolean[][] {null, present}) {
                Choice expected = scalar.choose(logits.clone(), 1, length, mask);
                Choice actual = simd.choose(logits.clone(), 1, length, mask);
                assertThat(actual.token()).isEqualTo(expected.token());
                assertSameBits(new float[] {actual.logprob(), actual.margin()},
                        new float[] {expected.logprob(), expected.margin()});
            }
        });
    }

    /// Few different numbers, so that there are ties, of zeros with different signs as well.
    @Test
    void theGreedyChoiceAmongTiesIsTheSame() {
        rounds(12, random -> {
            int length = 1 + random.nextInt(70);
            float[] values = {-0.0f, 0.0f, -1.0f, random.nextBoolean() ? 1.0f : -1.0f};
            float[] logits = new float[length];
            for (int i = 0; i < length; i++) {
                logits[i] = values[random.nextInt(values.length)];
            }
            Choice expected = scalar.choose(logits.clone(), 0, length, null);
            Choice actual = simd.choose(logits.clone(), 0, length, null);
            assertThat(actual.token()).isEqualTo(expected.token());
            assertSameBits(new float[] {actual.logprob(), actual.margin()},
                    new float[] {expected.logprob(), expected.margin()});
        });
    }

    @Test
    void tiesGoToTheLowerIndexAndACertainTokenHasLogProbabilityPlusZero() {
        Choice tie = simd.choose(new float[] {1, 3, 3, 2}, 0, 4, null);
        assertThat(tie.token()).isEqualTo(1);
        assertThat(tie.margin()).isZero();
        Choice certain = simd.choose(new float[] {-1e30f, 3}, 0, 2, null);
        assertThat(Float.floatToIntBits(certain.logprob())).isZero();
    }

    @Test
    void aNanAmongTheLogitsMakesTheLogProbabilityNan() {
        assertThat(simd.choose(new float[] {1, Float.NaN, 3}, 0, 3, null).logprob()).isNaN();
        assertThat(simd.choose(new float[] {1, Float.NaN, 3}, 0, 3, new boolean[] {true, false, true}).logprob())
                .isNegative();
    }

    private interface Operation {
        float[] on(Kernels kernels);
    }

    private void assertSame(Operation operation) {
        assertSameBits(operation.on(simd), operation.on(scalar));
    }

    private static void rounds(long seed, Consumer<Random> round) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            round.accept(random);
        }
    }

    private static float[] product(Kernels kernels, PackedMatrix w, float[] x, int rows) {
        float[] y = new float[rows * w.outputs() + 3];
        kernels.matmul(w, new Rows(rows).dense(x, 0, rows, w.inputs()), new Rows(rows).dense(y, 3, rows, w.outputs()));
        return y;
    }

    private static PackedMatrix matrix(Numbers numbers, Random random, int outputs, int inputs) {
        return filled(PackedMatrix.fp32(outputs, inputs), floats(numbers, random, outputs * inputs));
    }

    private static PackedMatrix filled(PackedMatrix matrix, float[] weights) {
        for (int output = 0; output < matrix.outputs(); output++) {
            matrix.putRow(output, weights, output * matrix.inputs());
        }
        return matrix;
    }

    /// The same numbers, cut to bfloat16.
    private static float[] bfloat16(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(Float.floatToRawIntBits(values[i]) & 0xFFFF_0000);
        }
        return values;
    }

    private static float[] floats(Numbers numbers, Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = numbers.next(random);
        }
        return values;
    }

    private static void assertSameBits(float[] actual, float[] expected) {
        int[] a = IntStream.range(0, actual.length).map(i -> Float.floatToIntBits(actual[i])).toArray();
        int[] b = IntStream.range(0, expected.length).map(i -> Float.floatToIntBits(expected[i])).toArray();
        assertThat(a).isEqualTo(b);
    }
}
