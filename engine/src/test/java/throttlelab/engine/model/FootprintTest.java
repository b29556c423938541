package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintTest {

    @TempDir
    private Path folder;

    @Test
    void countsWhatTheLoadedModelHolds() {
        Model model = Model.load(new TinyCheckpoint().keyValueHeads(2).expertsPerToken(2).write(folder));
        long floats = model.embedding().length;
        for (int slice = 0; slice < 8; slice++) {
            floats += model.head(slice).weights().data().length;
            for (int layer = 0; layer < 2; layer++) {
                AttentionSlice attention = model.layer(layer).attention().get(slice);
                floats += attention.queryKeyValue().data().length + attention.output().data().length;
                for (var expert : model.layer(layer).experts()) {
                    floats += expert.get(slice).gateUp().data().length + expert.get(slice).down().data().length;
                }
            }
        }
        floats += model.layer(0).router().data().length + model.layer(1).router().data().length;
        long bytes = floats * Float.BYTES;
        assertThatCode(() -> Footprint.check(folder, model.config(), bytes)).doesNotThrowAnyException();
        Refused.inOneSentence(() -> Footprint.check(folder, model.config(), bytes - 1), folder, "MB of memory",
                "choose a smaller model");
    }

    @Test
    void aMatrixThatNoArrayHoldsIsRefused() {
        ModelConfig huge = new ModelConfig(1 << 20, 1 << 14, 1, 8, 8, 4, 8, 1, 16, false, 1e-6f, 10_000, 64, false, -1,
                -1);
        Refused.inOneSentence(() -> Footprint.check(folder, huge, Long.MAX_VALUE), folder, "17179869184 weights",
                "choose a smaller model");
        assertThat(huge.vocabularyPerSlice()).isEqualTo(1 << 17);
    }
}
