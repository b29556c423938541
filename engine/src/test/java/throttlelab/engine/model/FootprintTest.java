package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FootprintTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"F32", "BF16"})
    void countsWhatTheLoadedModelHolds(String type) {
        Model model = Model.load(new TinyCheckpoint().keyValueHeads(2).expertsPerToken(2).dtype(type).write(folder));
        long bytes = (long) Float.BYTES * model.embedding().length + model.layer(0).router().bytes() + model.layer(1).router().bytes();
        for (int slice = 0; slice < 8; slice++) {
            bytes += model.head(slice).weights().bytes();
            for (int layer = 0; layer < 2; layer++) {
                AttentionSlice attention = model.layer(layer).attention().get(slice);
                bytes += attention.queryKeyValue().bytes() + attention.output().bytes();
                for (var expert : model.layer(layer).experts()) {
                    bytes += expert.get(slice).gateUp().bytes() + expert.get(slice).down().bytes();
                }
            }
        }
        boolean bfloat16 = type.equals("BF16");
        long enough = bytes;
        assertThatCode(() -> Footprint.check(folder, model.config(), bfloat16, enough)).doesNotThrowAnyException();
        Refused.inOneSentence(() -> Footprint.check(folder, model.config(), bfloat16, enough - 1), folder, "MB of memory",
                "choose a smaller model");
    }

    @Test
    void aMatrixThatNoArrayHoldsIsRefused() {
        ModelConfig huge = new ModelConfig(1 << 20, 1 << 14, 1, 8, 8, 4, 8, 1, 16, false, 1e-6f, 10_000, 64, false, -1,
                -1);
        Refused.inOneSentence(() -> Footprint.check(folder, huge, false, Long.MAX_VALUE), folder, "17179869184 weights",
                "choose a smaller model");
        assertThat(huge.vocabularyPerSlice()).isEqualTo(1 << 17);
    }
}
