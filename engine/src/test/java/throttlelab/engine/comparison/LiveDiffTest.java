package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.stream;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import throttlelab.engine.recording.TokenStream;

class LiveDiffTest {

    private static final TokenStream EXPECTED = stream(150);

    static List<TokenStream> streams() {
        return List.of(EXPECTED, nudged(EXPECTED, 3, 2), flipped(EXPECTED, 140), nudged(flipped(EXPECTED, 1), 1, 7),
                nudged(flipped(flipped(nudged(EXPECTED, 0, 3), 1), 100), 120, 1000));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void saysOfEveryBeginningWhatTheDiffOfTheWholeSays(TokenStream actual) {
        LiveDiff live = new LiveDiff(EXPECTED);
        for (int size = 0; size < actual.length(); size++) {
            StreamDiff whole = StreamDiff.of("p", EXPECTED, cut(actual, size), actual.length());
            assertThat(live.totals(actual.length() - size)).isEqualTo(whole.totals());
            assertThat(live.first()).isEqualTo(whole.first().map(PositionDiff::position).orElse(-1));
            for (int position = 0; position < size; position++) {
                assertThat(live.at(position)).isEqualTo(whole.at(position));
            }
            live.add(actual.tokens()[size], actual.logprobs()[size]);
        }
        assertThat(live.size()).isEqualTo(150);
    }

    @Test
    void whatNobodyExpectedIsNotCompared() {
        LiveDiff live = new LiveDiff(stream(1));
        live.add(1, -0.1f);
        live.add(77, -0.2f);

        assertThat(live.size()).isEqualTo(2);
        assertThat(live.length()).isEqualTo(1);
        assertThat(live.totals(1)).isEqualTo(new Totals(1, 0, 0, 0, 1, 0));
        assertThatThrownBy(() -> live.at(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> live.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static TokenStream cut(TokenStream stream, int size) {
        return new TokenStream(Arrays.copyOf(stream.tokens(), size), "", Arrays.copyOf(stream.logprobs(), size),
                new float[0]);
    }
}
