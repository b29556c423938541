package throttlelab.fxml.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static throttlelab.fxml.testing.ForgedTrace.MILLI;
import static throttlelab.fxml.testing.ForgedTrace.ORIGIN;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.RunTrace;
import throttlelab.fxml.testing.ForgedTrace;

/// Forged runs with a phone (worker 7, 10×), worker 4 at 2×, workers 2 and 6 at 1.5×; compute takes 100 ms, so that a
/// stage takes a second.
class TimelineRunViewModelTest {

    private static final long SECOND = 1000 * MILLI;

    @Test
    void aStageIsFoundByItsTime() {
        TimelineRunViewModel run = run(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100).stages(400));

        for (int stage = 0; stage < 400; stage += 7) {
            TimelineGate gate = run.gate(stage);
            assertThat(run.stageAt(gate.began())).isEqualTo(stage);
            assertThat(run.stageAt((gate.began() + gate.opened()) / 2)).isEqualTo(stage);
        }
        assertThat(run.stageAt(-1)).isZero();
        assertThat(run.stageAt(Long.MAX_VALUE)).isEqualTo(399);
    }

    @Test
    void aBarHasComputeDelayAndWaiting() {
        TimelineRunViewModel run = run(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100).stages(5));

        TimelineDetail four = run.detail(run.gate(2).began() + 500 * MILLI, 4);

        assertThat(four.title()).isEqualTo("Token 1 of 50 · layer 2 of 8 · attention");
        assertThat(four.worker()).isEqualTo(4);
        assertThat(millis(four.compute())).isCloseTo(100, within(0.1));
        assertThat(millis(four.delay())).isCloseTo(100, within(0.1));
        assertThat(millis(four.waited())).isCloseTo(800, within(0.1));
        assertThat(four.late()).isFalse();
        assertThat(millis(run.detail(run.gate(2).began() + 500 * MILLI, 7).delay())).isCloseTo(900, within(0.1));
        assertThat(run.detail(-1, 0)).isNull();
        assertThat(run.detail(run.end() + 1, 0)).isNull();
    }

    @Test
    void barsOfALaneFollowEachOther() {
        for (CombinePolicy policy : CombinePolicy.values()) {
            TimelineRunViewModel run = run(ForgedTrace.phone(policy, 100).stages(200));
            for (int worker = 0; worker < 8; worker++) {
                List<TimelineBar> bars = run.lanes().bars(worker, 0, run.end(), 0, 199);
                assertThat(bars).as("worker %d under %s", worker, policy).hasSize(200);
                for (int i = 1; i < bars.size(); i++) {
                    assertThat(bars.get(i).from()).isGreaterThanOrEqualTo(bars.get(i - 1).delivered());
                }
            }
        }
    }

    @Test
    void aLaneThatLagsIsStillFoundInItsOwnTime() {
        TimelineRunViewModel run = run(ForgedTrace.phone(CombinePolicy.FIRST_RESPONSE, 100).stages(100));

        long at = 5 * SECOND + 50 * MILLI;
        List<TimelineBar> fast = run.lanes().bars(0, at, at, run.stageAt(at), run.stageAt(at));
        List<TimelineBar> slow = run.lanes().bars(7, at, at, run.stageAt(at), run.stageAt(at));

        assertThat(fast.getLast().stage()).isBetween(49, 50);
        assertThat(slow.getLast().stage()).isEqualTo(5);
        assertThat(slow.getLast().late()).isTrue();
        assertThat(run.detail(at, 7).late()).isTrue();
    }

    @Test
    void onlyWhatIsInViewIsTaken() {
        TimelineRunViewModel run = run(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100).stages(1000));
        long from = 500 * SECOND;

        List<TimelineBar> bars = run.lanes().bars(3, from, from + 3 * SECOND, run.stageAt(from),
                run.stageAt(from + 3 * SECOND));

        assertThat(bars.size()).isBetween(4, 6);
        assertThat(bars.getFirst().stage()).isBetween(498, 500);
    }

    @Test
    void whatGoesOnEndsAtThePresent() {
        ForgedTrace forged = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100).stages(3);
        TimelineRunViewModel run = watch(forged.at(ORIGIN + 550 * MILLI), ORIGIN + 550 * MILLI);

        assertThat(run.gate(0).opened()).isEqualTo(-1);
        TimelineBar phone = run.lanes().bar(0, 7);
        assertThat(millis(phone.computed())).isCloseTo(100, within(0.1));
        assertThat(millis(phone.delivered())).isCloseTo(550, within(0.1));
        TimelineBar first = run.lanes().bar(0, 0);
        assertThat(millis(first.delivered())).isCloseTo(100, within(0.1));
        assertThat(millis(first.until())).isCloseTo(550, within(0.1));
    }

    @Test
    void aPauseLeavesAMarkAndNoGap() {
        ForgedTrace forged = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100).stages(2).pause(60_000).stages(2);
        TimelineRunViewModel run = run(forged);

        assertThat(run.end()).isLessThan(5 * SECOND);
        assertThat(run.pauses(0, run.end())).hasSize(1);
        assertThat(run.pauses(3 * SECOND, run.end())).isEmpty();
        assertThat(run.gate(2).began() - run.gate(1).opened()).isEqualTo(TimelineClock.LONGEST_GAP);
    }

    @Test
    void tokensAreMarkedWhereTheyBegin() {
        TimelineRunViewModel run = run(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 1).stages(17 * 40));

        assertThat(run.tokens(0, 17 * 40 - 1, 5)).extracting(TimelineMark::text)
                .containsExactly("1", "11", "21", "31");
        assertThat(run.tokens(17, 33, 5)).extracting(TimelineMark::time).containsExactly(run.gate(17).began());
    }

    @Test
    void sharesTellHowTimeWasSpent() {
        ForgedTrace forged = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 1).stages(2000);
        RunTrace trace = forged.whole();
        TimelineRunViewModel run = watch(trace, forged.end());

        TimelineShares shares = new TimelineSharesViewModel(trace, run).of(0, run.end(), 50);

        assertThat(shares.count()).isBetween(50, 51);
        for (int i = 0; i < 50; i++) {
            assertThat(shares.compute(0, i)).isCloseTo(0.1f, within(0.02f));
            assertThat(shares.delay(0, i)).isCloseTo(0, within(0.02f));
            assertThat(shares.compute(7, i)).isCloseTo(0.1f, within(0.02f));
            assertThat(shares.delay(7, i)).isCloseTo(0.9f, within(0.02f));
        }
    }

    @Test
    void inAPipelineEveryWorkerHasItsShare() {
        ForgedTrace forged = new ForgedTrace(PartitionKind.PIPELINE, CombinePolicy.CONTENT_ADDRESSED, 1, 1, 1, 1, 1, 1, 1,
                1, 9).stages(3200);
        RunTrace trace = forged.whole();
        TimelineRunViewModel run = watch(trace, forged.end());

        TimelineShares shares = new TimelineSharesViewModel(trace, run).of(0, run.end(), 10);

        for (int worker = 0; worker < 8; worker++) {
            int lane = worker;
            double compute = IntStream.range(0, 10).mapToDouble(i -> shares.compute(lane, i)).average().orElseThrow();
            assertThat(compute).isCloseTo(1 / 16.0, within(0.01));
        }
        assertThat(shares.delay(7, 5)).isCloseTo(0.5f, within(0.08f));
    }

    private static double millis(long nanos) {
        return nanos / (double) MILLI;
    }

    private static TimelineRunViewModel run(ForgedTrace forged) {
        return watch(forged.whole(), forged.end());
    }

    private static TimelineRunViewModel watch(RunTrace trace, long now) {
        TimelineRunViewModel run = new TimelineRunViewModel(trace, 8, 8, 50);
        run.look(now);
        return run;
    }
}
