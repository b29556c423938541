package throttlelab.engine.model;

import java.nio.file.Path;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.words.Sentence;

/// The memory that a model's weights take once they are widened and packed, found before any of it is taken.
final class Footprint {

    /// Bytes of a weight in a matrix.
    private final int weight;
    private long bytes;
    private long largest;

    private Footprint(ModelConfig config, boolean bfloat16) {
        this.weight = bfloat16 ? Short.BYTES : Float.BYTES;
        long queries = (long) config.headsPerSlice() * config.headDim();
        long keys = (long) config.keyValueHeadsPerSlice() * config.headDim();
        long hidden = config.hiddenSize();
        array((long) config.vocabularySize() * hidden, Float.BYTES, 1);
        matrix(config.vocabularyPerSlice(), hidden, ModelConfig.SLICES);
        long layers = config.layers();
        long slices = layers * ModelConfig.SLICES;
        matrix(config.experts(), hidden, layers);
        matrix(queries + 2 * keys, hidden, slices);
        matrix(hidden, queries, slices);
        matrix(2L * config.expertWidthPerSlice(), hidden, slices * config.experts());
        matrix(hidden, config.expertWidthPerSlice(), slices * config.experts());
    }

    /// Refuses the checkpoint in `directory` if its weights cannot be held in `heapBytes`.
    ///
    /// @param bfloat16 whether all its tensors are bfloat16, so that matrices take half the memory
    static void check(Path directory, ModelConfig config, boolean bfloat16, long heapBytes) {
        Footprint footprint = new Footprint(config, bfloat16);
        if (footprint.largest > Integer.MAX_VALUE - 8) {
            throw BadInput.in(directory, Sentence.of("model.one-of-the-model-s", footprint.largest),
                    Sentence.of("model.choose-a-smaller-model"));
        }
        if (footprint.bytes > heapBytes) {
            throw BadInput.in(directory, Sentence.of("model.the-model-s-weights-take", megabytes(footprint.bytes),
                    megabytes(heapBytes)), Sentence.of("model.choose-a-smaller-model-or"));
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    private void matrix(long outputs, long inputs, long times) {
        array((outputs + PackedMatrix.PANEL - 1) / PackedMatrix.PANEL * PackedMatrix.PANEL * inputs, weight, times);
    }

    private void array(long length, int element, long times) {
        largest = Math.max(largest, length);
        bytes += length * element * times;
    }
}
