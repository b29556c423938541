package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.stream;
import static throttlelab.engine.recording.Forged.timing;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.comparison.LiveJudgement.Progress;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.recording.TokenStream;

class LiveJudgementTest {

    private static final TokenStream FIVE = stream(5);
    private static final WorkerTiming FREE = timing(0, 1, 1_000, 3);
    private static final WorkerTiming SLOW = timing(1, 5, 1_000, 4_000);
    private static final List<WorkerTiming> THROTTLED = List.of(FREE, SLOW);

    @Test
    void equalBitsUnderThrottlingAreStrict() {
        assertThat(judge(FIVE, Progress.COMPLETE, THROTTLED)).isEqualTo(
                new LiveJudgement(Verdict.STRICT, false, new Totals(5, 0, 0, 0, 0, 0), List.of()));
    }

    @Test
    void whatIsStillToComeDoesNotMakeItVoid() {
        assertThat(judge(stream(2), Progress.GOING_ON, THROTTLED)).isEqualTo(
                new LiveJudgement(Verdict.STRICT, true, new Totals(2, 0, 0, 0, 0, 0), List.of()));
    }

    @ParameterizedTest
    @EnumSource(Progress.class)
    void aDivergenceIsNeverHidden(Progress progress) {
        assertThat(judge(nudged(FIVE, 2, 1), progress, List.of(FREE)).verdict()).isEqualTo(Verdict.LENIENT);
        assertThat(judge(flipped(FIVE, 4), progress, List.of(FREE)).verdict()).isEqualTo(Verdict.CATASTROPHIC);
    }

    @Test
    void withoutABaselineNothingWasMeasured() {
        LiveJudgement judgement = LiveJudgement.of(null, false, 5, Progress.COMPLETE, THROTTLED);

        assertThat(judgement.verdict()).isEqualTo(Verdict.VOID);
        assertThat(judgement.voidReasons()).containsExactly(VoidReason.NO_BASELINE);
        assertThat(judgement.totals()).isEqualTo(new Totals(0, 0, 0, 0, 5, 0));
    }

    @Test
    void aRunIsNoMeasureOfItself() {
        LiveJudgement judgement = LiveJudgement.of(diff(FIVE), true, 5, Progress.COMPLETE, THROTTLED);

        assertThat(judgement.verdict()).isEqualTo(Verdict.VOID);
        assertThat(judgement.voidReasons()).containsExactly(VoidReason.BASELINE_IS_THE_RUN);
    }

    @Test
    void beforeTheFirstTokenNothingWasMeasured() {
        LiveJudgement judgement = judge(stream(0), Progress.GOING_ON, THROTTLED);

        assertThat(judgement.verdict()).isEqualTo(Verdict.VOID);
        assertThat(judgement.voidReasons()).containsExactly(VoidReason.NO_TOKEN_YET);
    }

    @Test
    void equalBitsOfARunThatWasStoppedAreVoid() {
        LiveJudgement judgement = judge(stream(4), Progress.STOPPED, THROTTLED);

        assertThat(judgement.verdict()).isEqualTo(Verdict.VOID);
        assertThat(judgement.voidReasons()).containsExactly(VoidReason.STOPPED);
        assertThat(judgement.totals().missing()).isEqualTo(1);
    }

    @Test
    void aBaselineThatIsTooShortIsVoidAtTheEnd() {
        LiveDiff diff = new LiveDiff(stream(3));
        for (int i = 0; i < 5; i++) {
            diff.add(FIVE.tokens()[i], FIVE.logprobs()[i]);
        }

        assertThat(LiveJudgement.of(diff, false, 5, Progress.GOING_ON, THROTTLED).verdict()).isEqualTo(Verdict.STRICT);
        LiveJudgement judgement = LiveJudgement.of(diff, false, 5, Progress.COMPLETE, THROTTLED);
        assertThat(judgement.verdict()).isEqualTo(Verdict.VOID);
        assertThat(judgement.voidReasons()).containsExactly(VoidReason.BASELINE_TOO_SHORT);
        assertThat(judgement.totals()).isEqualTo(new Totals(3, 0, 0, 0, 2, 0));
    }

    @Test
    void equalBitsThatNobodyWasSlowedForAreVoid() {
        // An idle worker's factor says nothing: it has done nothing that could have been slowed.
        List<WorkerTiming> nobody = List.of(FREE, timing(1, 5, 0, 0));

        assertThat(judge(FIVE, Progress.COMPLETE, nobody).verdict()).isEqualTo(Verdict.VOID);
        assertThat(judge(FIVE, Progress.COMPLETE, nobody).voidReasons()).containsExactly(VoidReason.NOBODY_THROTTLED);
    }

    @Test
    void throttlingThatTheTimingDoesNotShowIsVoid() {
        // The factor measured is (1000 + delay) / 1000; the least that counts is 0.9 × 5.
        assertThat(judge(FIVE, Progress.COMPLETE, List.of(SLOW, timing(0, 5, 1_000, 3_500))).verdict())
                .isEqualTo(Verdict.STRICT);
        LiveJudgement judgement = judge(FIVE, Progress.COMPLETE, List.of(SLOW, timing(0, 5, 1_000, 3_499)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.VOID);
        assertThat(judgement.voidReasons()).containsExactly(VoidReason.THROTTLE_NOT_SHOWN);
    }

    @Test
    void theWeightiestReasonComesFirst() {
        assertThat(judge(stream(4), Progress.STOPPED, List.of(FREE)).voidReasons())
                .containsExactly(VoidReason.STOPPED, VoidReason.NOBODY_THROTTLED);
    }

    private static LiveJudgement judge(TokenStream actual, Progress progress, List<WorkerTiming> workers) {
        return LiveJudgement.of(diff(actual), false, 5, progress, workers);
    }

    private static LiveDiff diff(TokenStream actual) {
        LiveDiff diff = new LiveDiff(FIVE);
        for (int i = 0; i < actual.length(); i++) {
            diff.add(actual.tokens()[i], actual.logprobs()[i]);
        }
        return diff;
    }
}
