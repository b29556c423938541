package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyValueCacheTest {

    private static final int POSITIONS = 40;

    @TempDir
    private Path folder;

    /// Copied position by position into an empty one, a cache holds the same, wherever its positions lie.
    @Test
    void whatIsCopiedOutAndInAgainIsTheSame() throws IOException {
        ModelConfig config = Model.load(new TinyCheckpoint().heads(16).keyValueHeads(16).write(folder)).config();
        KeyValueCache cache = new KeyValueCache(config, POSITIONS);
        KeyValueCache copy = new KeyValueCache(config, POSITIONS);
        float[] floats = new float[cache.floatsPerPosition() + 3];
        SplittableRandom random = new SplittableRandom(45);
        for (int position = 0; position < POSITIONS; position++) {
            for (int head = 0; head < config.keyValueHeadsPerSlice(); head++) {
                float[] both = new float[2 * config.headDim()];
                for (int i = 0; i < both.length; i++) {
                    both[i] = random.nextFloat();
                }
                cache.put(head, position, both, 0, both, config.headDim());
            }
            cache.copyOut(position, floats, 3);
            copy.copyIn(position, floats, 3);
        }

        assertThat(config.keyValueHeadsPerSlice()).isGreaterThan(1);
        assertThat(copy.keys()).containsExactly(cache.keys());
        assertThat(copy.values()).containsExactly(cache.values());
    }
}
