package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FaultScript.Fault;
import throttlelab.engine.federation.FaultScript.Kind;
import throttlelab.engine.federation.FaultScript.Moment;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;

/// Seeded histories of workers that are killed, hang, throw and dawdle in the middle of stages, and are revived: the
/// stream and the audit log are always those of a run that nothing happened to.
///
/// `mvn -pl engine test -Dtest=FaultHistoriesTest -Dfaults.histories=1000` takes all of them; `-Dfaults.first=N` begins
/// with another seed.
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("faults.histories", 100);
    private static final long FIRST = Long.getLong("faults.first", 0);
    private static final int TOKENS = 4;
    private static Model model;
    private static List<int[]> prompts;

    private final Map<FederationSettings, Undisturbed> undisturbed = new HashMap<>();

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint().expertsPerToken(2));
        prompts = Runs.prompts(model, 3, 5);
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Runs.workerThreads()).isEmpty();
    }

    /// A run that nothing happens to.
    ///
    /// @param stages its stages, with the workers of each
    private record Undisturbed(List<Runs.Bits> streams, Sha256 audit, List<StageId> stages,
            List<List<SlotPlan>> slots) {

        static Undisturbed of(FederationSettings settings) {
            List<StageId> stages = new ArrayList<>();
            List<List<SlotPlan>> slots = new ArrayList<>();
            StageObserver observer = new StageObserver() {
                @Override
                public void began(StageId stage, List<SlotPlan> of, Sha256[] addresses, int required, long now) {
                    stages.add(stage);
                    slots.add(of);
                }
            };
            Runs.Result result = Runs.run(model, settings, Profiles.NONE,
                    FederationOptions.DEFAULT.withObserver(observer), prompts, TOKENS);
            return new Undisturbed(result.streams(), result.report().auditDigest(), stages, slots);
        }

        Fault fault(SplittableRandom random) {
            int stage = random.nextInt(stages.size());
            int slot = random.nextInt(slots.get(stage).size());
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            return new Fault(slots.get(stage).get(slot).worker(), stages.get(stage),
                    Moment.values()[random.nextInt(Moment.values().length)], kind, random.nextInt(1_000));
        }
    }

    @Test
    void noHistoryChangesABit() {
        int deaths = 0;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            deaths += history(seed);
        }
        // The control: these were histories of deaths.
        assertThat(deaths).isGreaterThan(HISTORIES);
    }

    private int history(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PartitionKind partition = PartitionKind.values()[random.nextInt(3)];
        FederationSettings settings = Runs.settings(partition, 1 << random.nextInt(4), CombinePolicy.CONTENT_ADDRESSED);
        Undisturbed expected = undisturbed.computeIfAbsent(settings, Undisturbed::of);
        List<Fault> faults = LongStream.rangeClosed(0, random.nextInt(5)).mapToObj(i -> expected.fault(random)).toList();
        DeliveryOrder order = random.nextBoolean() ? DeliveryOrder.AS_THEY_COME : Runs.shuffled(seed);
        try (FaultScript script = new FaultScript(faults);
                Federation federation = Runs.open(model, settings, random.nextBoolean() ? Profiles.NONE : Profiles.RAMP,
                        script.options().withOrder(order))) {
            script.watch(federation);
            List<Runs.Bits> streams = federation.run(prompts, TOKENS, RunListener.NONE).stream().map(Runs.Bits::of).toList();
            String what = "history " + seed + ": " + settings + ", " + faults;
            assertThat(streams).as(what).isEqualTo(expected.streams);
            assertThat(federation.report().auditDigest()).as(what).isEqualTo(expected.audit);
            assertThat(federation.report().refusals().foreign() + federation.report().refusals().corrupted()).as(what)
                    .isZero();
            assertThat(script.left()).as(what).isEmpty();
            script.end();
            assertThat(script.mishaps).as(what).isEmpty();
            return script.deaths.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("history " + seed + " hangs: " + settings + ", " + faults, e);
        }
    }

    /// Every kind of fault at every moment, in the second token, of the worker that is waited for.
    @Test
    void everyFaultAtEveryMomentIsSurvived() {
        for (PartitionKind partition : PartitionKind.values()) {
            FederationSettings settings = Runs.settings(partition, 4, CombinePolicy.CONTENT_ADDRESSED);
            Undisturbed expected = undisturbed.computeIfAbsent(settings, Undisturbed::of);
            int[] middle = IntStream.range(0, expected.stages.size())
                    .filter(i -> expected.stages.get(i).token() == 2).toArray();
            for (int stage : middle) {
                for (Moment moment : Moment.values()) {
                    for (Kind kind : Kind.values()) {
                        Fault fault = new Fault(expected.slots.get(stage).getLast().worker(), expected.stages.get(stage),
                                moment, kind, 0);
                        assertSurvived(settings, expected, fault);
                    }
                }
            }
        }
    }

    private void assertSurvived(FederationSettings settings, Undisturbed expected, Fault fault) {
        try (FaultScript script = new FaultScript(List.of(fault));
                Federation federation = Runs.open(model, settings, Profiles.NONE, script.options())) {
            script.watch(federation);
            assertThat(federation.run(prompts, TOKENS, RunListener.NONE).stream().map(Runs.Bits::of).toList())
                    .as(fault.toString()).isEqualTo(expected.streams);
            assertThat(script.left()).isEmpty();
            // A worker that has delivered its last contribution may hang: nobody waits for it.
            script.end();
        } catch (InterruptedException e) {
            throw new IllegalStateException(fault + " hangs", e);
        }
    }
}
