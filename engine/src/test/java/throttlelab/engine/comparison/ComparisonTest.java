package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.prompt;
import static throttlelab.engine.recording.Forged.stream;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.Synthetic;
import throttlelab.engine.recording.TokenStream;

class ComparisonTest {

    private static final TokenStream FIVE = stream(5);

    @Test
    void equalStreamsAreStrict() {
        StreamDiff diff = StreamDiff.of("p", FIVE, stream(5), 5);

        assertThat(diff.totals()).isEqualTo(new Totals(5, 0, 0, 0, 0, 0));
        assertThat(diff.first()).isEmpty();
        assertThat(diff.divergences()).isEmpty();
        assertThat(diff.totals().verdict()).isEqualTo(Verdict.STRICT);
        assertThat(diff.at(4)).isEqualTo(new PositionDiff(4, Difference.EQUAL, 5, 5, -0.5f, -0.5f, 0, false));
    }

    @Test
    void oneBitIsLenient() {
        StreamDiff diff = StreamDiff.of("p", FIVE, nudged(FIVE, 3, 2), 5);

        assertThat(diff.totals()).isEqualTo(new Totals(5, 0, 1, 0, 0, 2));
        assertThat(diff.first()).hasValueSatisfying(first -> {
            assertThat(first.position()).isEqualTo(3);
            assertThat(first.kind()).isEqualTo(Difference.LOGPROB);
            assertThat(first.ulps()).isEqualTo(2);
            assertThat(first.consequence()).isFalse();
        });
        assertThat(diff.totals().verdict()).isEqualTo(Verdict.LENIENT);
    }

    @Test
    void oneTokenIsCatastrophicEvenWithEqualBits() {
        StreamDiff diff = StreamDiff.of("p", FIVE, flipped(FIVE, 1), 5);

        assertThat(diff.totals()).isEqualTo(new Totals(5, 1, 0, 0, 0, 0));
        assertThat(diff.at(1).kind()).isEqualTo(Difference.TOKEN);
        assertThat(diff.totals().verdict()).isEqualTo(Verdict.CATASTROPHIC);
    }

    @Test
    void aDifferentTokenWithDifferentBitsCountsAsBoth() {
        assertThat(StreamDiff.of("p", FIVE, nudged(flipped(FIVE, 1), 1, 7), 5).totals())
                .isEqualTo(new Totals(5, 1, 1, 0, 0, 0));
    }

    @Test
    void whatFollowsADifferentTokenIsCountedAndMarkedAsItsConsequence() {
        TokenStream other = nudged(flipped(flipped(nudged(FIVE, 0, 3), 1), 3), 4, 1000);

        StreamDiff diff = StreamDiff.of("p", FIVE, other, 5);

        assertThat(diff.totals()).isEqualTo(new Totals(5, 2, 2, 2, 0, 3));
        assertThat(diff.divergences()).extracting(PositionDiff::position).containsExactly(0, 1, 3, 4);
        assertThat(diff.divergences()).extracting(PositionDiff::consequence).containsExactly(false, false, true, true);
        assertThat(diff.at(2)).matches(PositionDiff::consequence).matches(d -> d.kind() == Difference.EQUAL);
    }

    @Test
    void zerosOfDifferentSignAreDifferentBits() {
        StreamDiff diff = StreamDiff.of("p", stream(new int[] {1}, 0f), stream(new int[] {1}, -0f), 1);

        assertThat(diff.totals()).isEqualTo(new Totals(1, 0, 1, 0, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"5,3,3,2", "3,5,3,2", "0,5,0,5", "5,5,5,0", "2,2,2,3"})
    void whatIsNotThereIsMissing(int left, int right, int compared, int missing) {
        assertThat(StreamDiff.of("p", stream(left), stream(right), 5).totals())
                .isEqualTo(new Totals(compared, 0, 0, 0, missing, 0));
        assertThat(StreamDiff.ofCommon("p", stream(left), stream(right)).totals())
                .isEqualTo(new Totals(compared, 0, 0, 0, 0, 0));
    }

    @Test
    void positionsThatAreNotComparedCannotBeAskedFor() {
        StreamDiff diff = StreamDiff.of("p", stream(5), stream(3), 5);

        assertThatThrownBy(() -> diff.at(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> diff.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /// A million positions must not become a million objects.
    @Test
    void comparingTakesNoMemoryForAPosition() {
        Recording a = Synthetic.recording("none", 10, 10_000);
        Recording b = Synthetic.parted(a, 2);
        Comparison.of(a.prompts(), b.prompts(), 10_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Comparison comparison = Comparison.of(a.prompts(), b.prompts(), 10_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
        assertThat(comparison.totals()).isEqualTo(new Totals(100_000, 5, 5, 0, 0, 3));
    }

    @Test
    void promptsAreMatchedById() {
        Comparison comparison = Comparison.of(List.of(prompt("a", stream(5)), prompt("b", stream(5))),
                List.of(prompt("b", nudged(FIVE, 2, 1)), prompt("a", stream(5))), 5);

        assertThat(comparison.totals()).isEqualTo(new Totals(10, 0, 1, 0, 0, 1));
        assertThat(comparison.firstDivergent()).map(StreamDiff::promptId).contains("b");
        assertThat(comparison.stream("a")).map(d -> d.totals().verdict()).contains(Verdict.STRICT);
    }

    @Test
    void aPromptOfOneSideOnlyIsMissing() {
        var a = List.of(prompt("a", stream(5)), prompt("b", stream(5)));
        var b = List.of(prompt("a", stream(5)));

        assertThat(Comparison.of(a, b, 5).totals()).isEqualTo(new Totals(5, 0, 0, 0, 5, 0));
        assertThat(Comparison.of(b, a, 5).totals()).isEqualTo(new Totals(5, 0, 0, 0, 5, 0));
        assertThat(Comparison.ofCommon(a, b).totals()).isEqualTo(new Totals(5, 0, 0, 0, 0, 0));
    }

    @Test
    void theOrderOfVerdictsIsFixed() {
        assertThat(Verdict.values()).containsExactly(Verdict.STRICT, Verdict.LENIENT, Verdict.CATASTROPHIC, Verdict.VOID);
    }

    @ParameterizedTest
    @CsvSource({"STRICT,STRICT,STRICT", "STRICT,LENIENT,LENIENT", "CATASTROPHIC,LENIENT,CATASTROPHIC",
        "LENIENT,CATASTROPHIC,CATASTROPHIC", "VOID,LENIENT,LENIENT", "VOID,STRICT,STRICT"})
    void theWorseDivergenceWins(Verdict a, Verdict b, Verdict worse) {
        assertThat(Verdict.worse(a, b)).isEqualTo(worse);
        assertThat(Verdict.worse(b, a)).isEqualTo(worse);
    }

    @Test
    void aDivergenceIsNeverHiddenByVoid() {
        List<String> reasons = List.of("Nothing was measured.");

        assertThat(Verdict.STRICT.unlessVoid(List.of())).isEqualTo(Verdict.STRICT);
        assertThat(Verdict.STRICT.unlessVoid(reasons)).isEqualTo(Verdict.VOID);
        assertThat(Verdict.LENIENT.unlessVoid(reasons)).isEqualTo(Verdict.LENIENT);
        assertThat(Verdict.CATASTROPHIC.unlessVoid(reasons)).isEqualTo(Verdict.CATASTROPHIC);
    }
}
