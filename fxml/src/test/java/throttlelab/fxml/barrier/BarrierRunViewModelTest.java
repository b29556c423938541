package throttlelab.fxml.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static throttlelab.fxml.testing.ForgedTrace.MILLI;
import static throttlelab.fxml.testing.ForgedTrace.ORIGIN;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.WorkerLife;
import throttlelab.engine.live.RunTrace;
import throttlelab.fxml.barrier.BarrierRunViewModel.Going;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.ForgedTrace;

/// Forged runs with a phone (worker 7, 10×), worker 4 at 2×, workers 2 and 6 at 1.5×; compute takes 100 ms.
class BarrierRunViewModelTest {

    private static final Offset<Double> ROUGHLY = within(0.01);
    private static final double SLOW = 100;
    private static final int MOST_STAGES = 1100;

    @Test
    void beforeTheFirstStageTheSlotsAreEmpty() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW);

        BarrierSnapshot shown = watch(run, new RunTrace()).look(LabViewModel.NOW, Going.ON, ORIGIN);

        assertThat(shown).isEqualTo(BarrierSnapshot.empty(8));
    }

    @Test
    void aSlotFillsWithComputeTowardsItsDelivery() {
        BarrierSnapshot shown = look(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW), 50);

        assertThat(shown.slots()).extracting(BarrierSlot::phase).containsOnly(BarrierPhase.COMPUTING);
        assertThat(shown.slots().getFirst().filled()).isCloseTo(0.5, ROUGHLY);
        assertThat(shown.slots().get(7).filled()).isCloseTo(0.05, ROUGHLY);
        assertThat(shown.slots().get(7).solid()).isCloseTo(0.1, ROUGHLY);
        assertThat(shown.waiting().kind()).isEqualTo(BarrierWait.Kind.WORKING);
    }

    @Test
    void delayFillsTheRestAndTheOthersLock() {
        BarrierSnapshot shown = look(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW), 550);

        BarrierSlot phone = shown.slots().get(7);
        assertThat(phone.phase()).isEqualTo(BarrierPhase.DELAYED);
        assertThat(phone.filled()).isCloseTo(0.55, ROUGHLY);
        assertThat(phone.solid()).isCloseTo(0.1, ROUGHLY);
        assertThat(shown.slots().subList(0, 7)).extracting(BarrierSlot::phase).containsOnly(BarrierPhase.LOCKED);
        assertThat(shown.slots().get(4).solid()).isCloseTo(0.5, ROUGHLY);
        assertThat(shown.gate()).isEqualTo(new BarrierGate(BarrierCombining.SLOT_ORDER, 8, 8, 7, false));
        assertThat(shown.slots()).allSatisfy(slot -> assertThat(slot.address()).matches("[0-9a-f]{4}"));
    }

    @Test
    void itWaitsForTheLastSinceTheSecondLastArrived() {
        BarrierSnapshot shown = look(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW), 612);

        assertThat(shown.waiting().kind()).isEqualTo(BarrierWait.Kind.FOR_ONE);
        assertThat(shown.waiting().worker()).isEqualTo(7);
        assertThat(shown.waiting().nanos() / (double) MILLI).isCloseTo(412, within(0.1));
    }

    @Test
    void whileSeveralAreMissingTheirNumberIsTold() {
        BarrierSnapshot shown = look(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW), 160);

        assertThat(shown.waiting().kind()).isEqualTo(BarrierWait.Kind.FOR_SEVERAL);
        assertThat(shown.waiting().count()).isEqualTo(2);
        assertThat(shown.waiting().nanos() / (double) MILLI).isCloseTo(60, within(0.1));
    }

    @Test
    void anOpenGateLingersBeforeTheNextStageIsShown() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW);

        List<BarrierSnapshot> seen = film(run, 0, 1600, 10);
        BarrierSnapshot justOpened = seen.get(102);
        assertThat(justOpened.stage().number()).isZero();
        assertThat(justOpened.gate().open()).isTrue();
        assertThat(justOpened.waiting().kind()).isEqualTo(BarrierWait.Kind.WAITED);
        assertThat(justOpened.waiting().worker()).isEqualTo(7);
        assertThat(justOpened.waiting().nanos() / (double) MILLI).isCloseTo(800, within(0.1));
        assertThat(seen.getLast().stage().number()).isEqualTo(1);
        assertThat(seen.getLast().gate().open()).isFalse();
    }

    @Test
    void arrivalOrderNumbersTheSlotsAsTheyCome() {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, CombinePolicy.ARRIVAL_ORDER, SLOW, 8, 7, 6, 5, 4, 3, 2, 1);

        BarrierSnapshot early = look(run, 350);
        assertThat(early.gate().combining()).isEqualTo(BarrierCombining.ARRIVAL_ORDER);
        assertThat(early.slots()).extracting(BarrierSlot::arrival).containsExactly(0, 0, 0, 0, 0, 3, 2, 1);

        BarrierSnapshot whole = past(run, 0);
        assertThat(whole.slots()).extracting(BarrierSlot::arrival).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(whole.gate()).isEqualTo(new BarrierGate(BarrierCombining.ARRIVAL_ORDER, 8, 8, 8, true));
    }

    @ParameterizedTest
    @CsvSource({"MAJORITY, 5, 3", "FIRST_RESPONSE, 1, 7"})
    void brokenPoliciesOpenTooEarlyAndTheRestFalls(CombinePolicy policy, int required, int late) {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, policy, SLOW, 1, 2, 3, 4, 5, 6, 7, 8);

        BarrierSnapshot atTheGate = look(run, 100 * required + 1);
        assertThat(atTheGate.gate()).isEqualTo(new BarrierGate(BarrierCombining.EARLY, 8, required, required, true));
        assertThat(atTheGate.waiting()).isEqualTo(new BarrierWait(BarrierWait.Kind.WENT_ON, -1, late, 0));
        assertThat(atTheGate.slots()).extracting(BarrierSlot::fallen).containsOnly(0);

        BarrierSnapshot afterwards = past(run, 0);
        assertThat(afterwards.slots()).filteredOn(slot -> slot.phase() == BarrierPhase.LATE).hasSize(late)
                .allSatisfy(slot -> assertThat(slot.fallen()).isEqualTo(1));
        assertThat(afterwards.slots()).filteredOn(slot -> slot.phase() == BarrierPhase.LOCKED).hasSize(required);
    }

    @Test
    void whatFallsIsCountedWhileTheRunGoesOn() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.MAJORITY, SLOW);

        BarrierSnapshot shown = film(run, 0, 2150, 50).getLast();

        assertThat(shown.stage().number()).isGreaterThan(5);
        assertThat(shown.slots().get(7).fallen()).isEqualTo(2);
        assertThat(shown.slots().get(7).phase()).isEqualTo(BarrierPhase.WAITING);
        assertThat(shown.slots().getFirst().fallen()).isZero();
    }

    @Test
    void contentAddressedLetsNothingFall() {
        BarrierSnapshot shown = film(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW), 0, 2150, 50).getLast();

        assertThat(shown.slots()).extracting(BarrierSlot::fallen).containsOnly(0);
    }

    @Test
    void inAPipelineTheTokenWalksFromOwnerToOwner() {
        ForgedTrace run = new ForgedTrace(PartitionKind.PIPELINE, CombinePolicy.CONTENT_ADDRESSED, SLOW, 1, 1, 1, 1, 1, 1,
                1, 1);

        BarrierSnapshot shown = look(run, 450);

        assertThat(shown.slots()).hasSize(1);
        assertThat(shown.slots().getFirst().worker()).isEqualTo(2);
        assertThat(shown.walk().at()).isEqualTo(2);
        assertThat(shown.walk().owns()).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 8).mapToObj(layer -> "layer " + layer).toList());
        assertThat(shown.waiting().worker()).isEqualTo(2);
        assertThat(shown.stage().places()).isEqualTo(16);
        List<Integer> way = film(run, 0, 1650, 25).stream().map(each -> each.walk().at()).distinct().toList();
        assertThat(way).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void aPastStageIsShownAsItWasWhileTheRunGoesOn() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW).stages(6);
        BarrierRunViewModel watched = watch(run, run.at(ORIGIN + 3550 * MILLI));

        BarrierSnapshot now = watched.look(LabViewModel.NOW, Going.ON, ORIGIN + 3550 * MILLI);
        BarrierSnapshot past = watched.look(1, Going.ON, ORIGIN + 3550 * MILLI);

        assertThat(now.past()).isFalse();
        assertThat(now.title()).isEqualTo("Token 1 of 50 · layer 2 of 8 · experts");
        assertThat(past.past()).isTrue();
        assertThat(past.title()).isEqualTo("Token 1 of 50 · layer 1 of 8 · experts");
        assertThat(past.place()).isEqualTo(1);
        assertThat(past.slots()).extracting(BarrierSlot::filled).containsOnly(1.0);
        assertThat(past.slots()).extracting(BarrierSlot::address)
                .doesNotContainAnyElementsOf(now.slots().stream().map(BarrierSlot::address).toList());
    }

    @Test
    void theHeadIsTheLastStageOfAToken() {
        BarrierSnapshot shown = past(ForgedTrace.phone(CombinePolicy.ARRIVAL_ORDER, SLOW), 16);

        assertThat(shown.title()).isEqualTo("Token 1 of 50 · output head");
        assertThat(shown.stage().head()).isTrue();
        assertThat(shown.place()).isEqualTo(16);
        assertThat(shown.stage().places()).isEqualTo(17);
        assertThat(shown.stage().next()).isEqualTo("next token");
    }

    @Test
    void atFullSpeedStagesAreSampledAndHeld() {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 1, 1, 1, 1, 1, 1, 1, 1, 2)
                .atFullSpeed();

        List<BarrierSnapshot> seen = film(run, 16, 2016, 16);

        assertThat(seen.stream().map(each -> each.stage().number()).distinct().count()).isBetween(6L, 9L);
        assertThat(seen).allSatisfy(each -> assertThat(each.gate().open()).isTrue());
        assertThat(seen.getLast().sampled()).isBetween(100, 150);
        assertThat(seen.getLast().slowed()).isEqualTo(1);
        assertThat(seen.stream().distinct().count()).as("pictures").isLessThan(10);
    }

    @Test
    void fastStagesOfSlowMotionAreReplayedSlower() {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, CombinePolicy.ARRIVAL_ORDER, 35, 1, 1, 1, 1, 1, 1, 1, 2);

        List<BarrierSnapshot> seen = film(run, 0, 3000, 10);

        assertThat(seen.stream().map(each -> each.stage().number()).distinct().count()).isBetween(4L, 6L);
        assertThat(seen.getLast().sampled()).isBetween(8, 11);
        assertThat(seen.getLast().slowed()).isCloseTo(5, ROUGHLY);
        List<Integer> numbers = seen.stream().map(each -> each.stage().number()).distinct().toList();
        List<BarrierSnapshot> one = seen.stream()
                .filter(each -> each.stage().number() == numbers.get(numbers.size() - 2)).toList();
        assertThat(one.getFirst().slots()).extracting(BarrierSlot::phase).containsOnly(BarrierPhase.COMPUTING);
        assertThat(one.getFirst().gate().open()).isFalse();
        assertThat(one).extracting(each -> each.slots().get(7).phase()).containsSubsequence(BarrierPhase.COMPUTING,
                BarrierPhase.DELAYED, BarrierPhase.LOCKED);
        assertThat(one).extracting(each -> each.slots().get(7).filled()).isSorted();
        assertThat(one).extracting(each -> each.gate().arrived()).isSorted().contains(0, 7, 8);
        assertThat(one).extracting(each -> each.waiting().kind()).containsSubsequence(BarrierWait.Kind.WORKING,
                BarrierWait.Kind.FOR_ONE, BarrierWait.Kind.WAITED);
        assertThat(seen).filteredOn(each -> each.place() != each.stage().number() % 17)
                .as("the mark in the strip goes with the run").isNotEmpty();
    }

    @Test
    void aStageThatTakesLongIsShownEvenAfterFastOnes() {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 20, 1, 1, 1, 1, 1, 1, 1,
                20);

        BarrierSnapshot shown = film(run, 0, 200, 10).getLast();

        assertThat(shown.gate().open()).isFalse();
        assertThat(shown.sampled()).isEqualTo(1);
        assertThat(shown.slots().get(7).phase()).isEqualTo(BarrierPhase.DELAYED);
    }

    @Test
    void aHeldRunShowsItsNewestStageAtOnce() {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 1, 1, 1, 1, 1, 1, 1, 1, 2)
                .atFullSpeed();
        RunTrace trace = run.stages(40).whole();
        BarrierRunViewModel watched = watch(run, trace);
        watched.look(LabViewModel.NOW, Going.ON, run.end());

        BarrierSnapshot shown = watched.look(LabViewModel.NOW, Going.HELD, run.end() + MILLI);

        assertThat(shown.stage().number()).isEqualTo(39);
        assertThat(shown.sampled()).isEqualTo(1);
    }

    @Test
    void aSingleStepInSlowMotionIsReplayed() {
        ForgedTrace run = new ForgedTrace(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 35, 1, 1, 1, 1, 1, 1, 1,
                2).stages(1);
        BarrierRunViewModel watched = watch(run, run.whole());
        long now = run.end() + 5 * MILLI;

        BarrierSnapshot begins = watched.look(LabViewModel.NOW, Going.HELD, now);
        BarrierSnapshot goesOn = watched.look(LabViewModel.NOW, Going.HELD, now + 250 * MILLI);
        BarrierSnapshot ends = watched.look(LabViewModel.NOW, Going.HELD, now + 400 * MILLI);
        BarrierSnapshot rests = watched.look(LabViewModel.NOW, Going.HELD, now + 60_000 * MILLI);

        assertThat(begins.slots()).extracting(BarrierSlot::phase).containsOnly(BarrierPhase.COMPUTING);
        assertThat(goesOn.gate().arrived()).isEqualTo(7);
        assertThat(ends.gate().open()).isTrue();
        assertThat(rests).isEqualTo(ends);
    }

    @Test
    void nobodyIsWaitedForAfterAStop() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW).stages(3);
        BarrierRunViewModel watched = watch(run, run.at(ORIGIN + 600 * MILLI));

        BarrierSnapshot going = watched.look(LabViewModel.NOW, Going.ON, ORIGIN + 600 * MILLI);
        BarrierSnapshot ended = watched.look(LabViewModel.NOW, Going.ENDED, ORIGIN + 600 * MILLI);

        assertThat(going.waiting().kind()).isEqualTo(BarrierWait.Kind.FOR_ONE);
        assertThat(ended.waiting()).isEqualTo(BarrierWait.NONE);
        assertThat(ended.gate().open()).isFalse();
    }

    private static WorkerLife dead(int worker, long millis) {
        return new WorkerLife(worker, true, ORIGIN + millis * MILLI, null, "", 1);
    }

    /// The slots of the dead look dead, and it is they who are named, with the time since the last arrival.
    @ParameterizedTest
    @EnumSource(value = PartitionKind.class, names = {"SLICED", "PIPELINE"})
    void theDeadAreNamedAndTheirSlotsAreDead(PartitionKind partition) {
        ForgedTrace run = new ForgedTrace(partition, CombinePolicy.CONTENT_ADDRESSED, SLOW, 10, 1, 1, 1, 1, 1, 1, 1)
                .stages(1);
        RunTrace trace = run.at(ORIGIN + 300 * MILLI);
        trace.died(dead(0, 290));
        BarrierSnapshot one = watch(run, trace).look(LabViewModel.NOW, Going.ON, ORIGIN + 700 * MILLI);

        assertThat(one.slots().getFirst().phase()).isEqualTo(BarrierPhase.DEAD);
        assertThat(one.slots().getFirst().filled()).isZero();
        assertThat(one.waiting().kind()).isEqualTo(BarrierWait.Kind.FOR_DEAD);
        assertThat(one.waiting().worker()).isZero();
        assertThat(one.waiting().nanos()).isBetween(500 * MILLI, 700 * MILLI);
        assertThat(BarrierWords.all(one, String::valueOf)).contains(" s for 0, dead; revive it in its row. gate closed").contains("0 dead");

        trace.revived(0, ORIGIN + 800 * MILLI);
        BarrierSnapshot after = watch(run, trace).look(LabViewModel.NOW, Going.ON, ORIGIN + 900 * MILLI);
        assertThat(after.waiting().kind()).isNotEqualTo(BarrierWait.Kind.FOR_DEAD);
        assertThat(after.slots().getFirst().phase()).isNotEqualTo(BarrierPhase.DEAD);
    }

    @Test
    void severalDeadAreAllNamed() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW).stages(1);
        RunTrace trace = run.at(ORIGIN + 10 * MILLI);
        trace.died(dead(7, 20));
        trace.died(dead(2, 30));
        BarrierWait wait = watch(run, trace).look(LabViewModel.NOW, Going.ON, ORIGIN + 400 * MILLI).waiting();

        assertThat(wait.missing()).containsExactly(2, 7);
        assertThat(wait.worker()).isEqualTo(-1);
    }

    /// Held back by its throttle, a worker is no stall, however long that takes; silent it is one.
    @Test
    void whoCouldComeAndDoesNotIsNamedAfterAWhile() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, SLOW).stages(1);
        RunTrace computing = run.at(ORIGIN + 10 * MILLI);
        BarrierRunViewModel watched = watch(run, computing);
        assertThat(watched.look(LabViewModel.NOW, Going.ON, ORIGIN + 9_000 * MILLI).waiting().kind())
                .isEqualTo(BarrierWait.Kind.WORKING);
        BarrierWait stalled = watched.look(LabViewModel.NOW, Going.ON, ORIGIN + 11_000 * MILLI).waiting();
        assertThat(stalled.kind()).isEqualTo(BarrierWait.Kind.STALLED);
        assertThat(stalled.missing()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);

        RunTrace held = run.at(ORIGIN + 500 * MILLI);
        assertThat(watch(run, held).look(LabViewModel.NOW, Going.ON, ORIGIN + 60_000 * MILLI).waiting().kind())
                .isEqualTo(BarrierWait.Kind.FOR_ONE);
    }

    @Test
    void atTheEndTheLateContributionsOfTheDeadAreWaitedFor() {
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.MAJORITY, SLOW).stages(50 * 17);
        RunTrace trace = run.whole();
        trace.died(dead(7, 10));
        BarrierWait wait = watch(run, trace).look(LabViewModel.NOW, Going.ON, run.end() + 60_000 * MILLI).waiting();

        assertThat(wait.kind()).isEqualTo(BarrierWait.Kind.AT_END);
        assertThat(wait.worker()).isEqualTo(7);
    }

    private static BarrierRunViewModel watch(ForgedTrace run, RunTrace trace) {
        return new BarrierRunViewModel(trace, run.settings(), ForgedTrace.config(), 50, run.throttle(),
                10_000 * MILLI);
    }

    /// What is seen at a moment by somebody who has watched from the beginning.
    private static BarrierSnapshot look(ForgedTrace run, long millis) {
        return film(run, millis % 2, millis, 2).getLast();
    }

    private static BarrierSnapshot past(ForgedTrace run, int stage) {
        return watch(run, run.stages(30).whole()).look(stage, Going.ENDED, run.end());
    }

    /// What is seen at even moments.
    private static List<BarrierSnapshot> film(ForgedTrace run, long from, long to, long step) {
        ForgedTrace.Growing growing = run.stages(MOST_STAGES).growing();
        BarrierRunViewModel watched = watch(run, growing.trace());
        List<BarrierSnapshot> seen = new ArrayList<>();
        for (long millis = from; millis <= to; millis += step) {
            growing.until(ORIGIN + millis * MILLI);
            seen.add(watched.look(LabViewModel.NOW, Going.ON, ORIGIN + millis * MILLI));
        }
        return seen;
    }
}
