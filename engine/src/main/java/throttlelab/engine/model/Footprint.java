package throttlelab.engine.model;

import java.nio.file.Path;
import throttlelab.engine.numerics.PackedMatrix;

/// The memory that a model's weights take once they are widened and packed, found before any of it is taken.
final class Footprint {

    private final ModelConfig config;
    private long floats;
    private long largest;

    private Footprint(ModelConfig config) {
        this.config = config;
        long queries = (long) config.headsPerSlice() * config.headDim();
        long keys = (long) config.keyValueHeadsPerSlice() * config.headDim();
        long hidden = config.hiddenSize();
        array((long) config.vocabularySize() * hidden, 1);
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
    static void check(Path directory, ModelConfig config, long heapBytes) {
        Footprint footprint = new Footprint(config);
        if (footprint.largest > Integer.MAX_VALUE - 8) {
            throw BadInput.in(directory, "one of the model's matrices has " + footprint.largest
                    + " weights, more than an array holds", "choose a smaller model");
        }
        if (footprint.floats > heapBytes / Float.BYTES) {
            throw BadInput.in(directory, "the model's weights take " + megabytes(footprint.floats * Float.BYTES)
                    + " MB of memory, but the program has only " + megabytes(heapBytes),
                    "choose a smaller model or give Java more memory (option -Xmx)");
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000;
    }

    private void matrix(long outputs, long inputs, long times) {
        array((outputs + PackedMatrix.PANEL - 1) / PackedMatrix.PANEL * PackedMatrix.PANEL * inputs, times);
    }

    private void array(long length, long times) {
        largest = Math.max(largest, length);
        floats += length * times;
    }
}
