package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.prompt;
import static throttlelab.engine.recording.Forged.stream;

import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.recording.TokenStream;

class UlpHistogramTest {

    private static final TokenStream NINE = stream(9);

    private static UlpHistogram of(TokenStream expected, TokenStream actual) {
        return UlpHistogram.of(List.of(Comparison.of(List.of(prompt("p", expected)), List.of(prompt("p", actual)),
                expected.length())));
    }

    @Test
    void eachBucketTakesTwiceTheDistances() {
        TokenStream other = nudged(nudged(nudged(nudged(nudged(NINE, 0, 1), 1, 2), 2, 3), 3, 4), 4, 8);

        UlpHistogram histogram = of(NINE, other);

        assertThat(histogram.buckets()).extracting(UlpHistogram.Bucket::label)
                .containsExactly("0", "1", "2–3", "4–7", "8–15");
        assertThat(histogram.buckets()).extracting(UlpHistogram.Bucket::count).containsExactly(4L, 1L, 2L, 1L, 1L);
        assertThat(histogram.total()).isEqualTo(9);
    }

    /// Between different tokens, and after them, a distance means nothing.
    @Test
    void countsOnlyTheSameTokenAfterTheSameText() {
        assertThat(of(NINE, nudged(flipped(NINE, 3), 8, 99)).buckets())
                .containsExactly(new UlpHistogram.Bucket(0, 0, 3));
        assertThat(of(NINE, flipped(NINE, 0)).buckets()).isEmpty();
    }

    @Test
    void theFarthestFloatsHaveABucket() {
        UlpHistogram histogram = of(stream(new int[] {1}, Float.MAX_VALUE), stream(new int[] {1}, -Float.MAX_VALUE));

        assertThat(histogram.buckets()).hasSize(33).last().satisfies(bucket -> {
            assertThat(bucket.least()).isEqualTo(1L << 31);
            assertThat(bucket.count()).isEqualTo(1);
            assertThat(bucket.label()).isEqualTo("2^31–2^32");
        });
    }
}
