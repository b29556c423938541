package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.prompt;
import static throttlelab.engine.recording.Forged.stream;

import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.recording.TokenStream;

class MarginsTest {

    private static TokenStream withMargins(float... margins) {
        TokenStream stream = stream(margins.length);
        return new TokenStream(stream.tokens(), stream.text(), stream.logprobs(), margins);
    }

    private static DifferenceMap map(TokenStream expected, TokenStream actual) {
        return DifferenceMap.of(Comparison.of(List.of(prompt("z", stream(0)), prompt("p", expected)),
                List.of(prompt("p", actual)), expected.length()));
    }

    @Test
    void sayHowNearTheChoiceWasWhereTheMarkIs() {
        TokenStream expected = withMargins(5f, 4f, 1f, 2f, 3f, 0.5f, 9f);
        DifferenceMap map = map(expected, flipped(nudged(nudged(nudged(nudged(expected, 1, 1), 2, 1), 3, 1), 4, 1), 5));

        assertThat(Margins.at(map, Mark.LOGPROB)).contains(new Margins(4, 4, 1f, 1f, 2f, 3f, 4f, 2));
        assertThat(Margins.at(map, Mark.TOKEN)).contains(new Margins(1, 1, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 5));
        assertThat(Margins.at(map, Mark.EQUAL)).contains(new Margins(1, 1, 5f, 5f, 5f, 5f, 5f, 0));
        assertThat(Margins.at(map, Mark.MISSING)).isEmpty();
    }

    @Test
    void areNotThereWhereNobodyKnowsThem() {
        TokenStream unknown = new TokenStream(new int[] {1}, "x", new float[] {-1f}, new float[0]);

        assertThat(Margins.at(map(unknown, nudged(unknown, 0, 1)), Mark.LOGPROB)).isEmpty();
    }

    @Test
    void ofManyAreQuartiles() {
        float[] margins = new float[1000];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = (i * 7 % 1000 + 1) / 4f;
        }

        assertThat(Margins.at(map(withMargins(margins), withMargins(margins)), Mark.EQUAL))
                .contains(new Margins(1000, 1000, 0.25f, 62.5f, 125f, 187.5f, 250f, 0));
    }
}
