package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.ThrottleProfile;

/// The same federation without threads, under a virtual clock.
class SimulatedTimeTest {

    private static final int TOKENS = 4;
    private static final long MILLI = 1_000_000;

    private final Model model = Runs.tiny(new TinyCheckpoint());
    private final List<int[]> prompts = Runs.prompts(model, 3, 5);
    private final long stages = TOKENS * (2L * model.config().layers() + 1);

    private static FederationSettings settings(PartitionKind partition, CombinePolicy policy) {
        return new FederationSettings(partition, 8, policy, Tempo.ofMillis(1));
    }

    private Runs.Result simulate(PartitionKind partition, CombinePolicy policy, ThrottleProfile profile) {
        return Runs.run(model, settings(partition, policy), profile,
                FederationOptions.DEFAULT.withClock(new VirtualTime()), prompts, TOKENS);
    }

    private Runs.Result simulate(CombinePolicy policy, ThrottleProfile profile) {
        return simulate(PartitionKind.SLICED, policy, profile);
    }

    @Test
    void itGivesTheBitsAndTheAuditDigestOfRealThreads() {
        for (PartitionKind partition : PartitionKind.values()) {
            Runs.Result real = Runs.run(model, Runs.settings(partition, 8, CombinePolicy.CONTENT_ADDRESSED),
                    Profiles.NONE, FederationOptions.DEFAULT, prompts, TOKENS);
            for (ThrottleProfile profile : Profiles.builtIn()) {
                Runs.Result simulated = simulate(partition, CombinePolicy.CONTENT_ADDRESSED, profile);
                assertThat(simulated.streams()).isEqualTo(real.streams());
                assertThat(simulated.report().auditDigest()).isEqualTo(real.report().auditDigest());
            }
        }
        assertThat(Runs.workerThreads()).isEmpty();
    }

    @Test
    void timeIsTheSumOfTheSlowestWorkersTimes() {
        FederationReport none = simulate(CombinePolicy.CONTENT_ADDRESSED, Profiles.NONE).report();
        FederationReport phone = simulate(CombinePolicy.CONTENT_ADDRESSED, Profiles.PHONE).report();

        assertThat(none.wallNanos()).isEqualTo(stages * MILLI);
        assertThat(phone.wallNanos()).isEqualTo(stages * 10 * MILLI);
        assertThat(phone.workers().get(7).factorMeasured()).isEqualTo(10);
        assertThat(phone.workers().get(0).factorMeasured()).isEqualTo(1);
        assertThat(phone.workers().get(7).lastArrivals()).isEqualTo(stages);
        assertThat(phone.workers().get(0).waitNanos()).isEqualTo(stages * 9 * MILLI);
    }

    @Test
    void aWorkerThatStallsForAnHourCostsNothing() {
        ThrottleProfile stall = profile((worker, elapsed) -> worker == 3 && elapsed < 5 * MILLI ? 3_600_001 : 1);
        Runs.Result result = simulate(CombinePolicy.CONTENT_ADDRESSED, stall);

        assertThat(result.streams()).isEqualTo(simulate(CombinePolicy.CONTENT_ADDRESSED, Profiles.NONE).streams());
        // Its throttle is looked at again 20 ms later, as on a thread, and has gone.
        assertThat(result.report().wallNanos()).isEqualTo((stages + 20) * MILLI);
        ThrottleProfile longer = profile((worker, elapsed) -> worker == 3 && elapsed < 3_600_000L * MILLI ? 3_600_001 : 1);
        assertThat(simulate(CombinePolicy.CONTENT_ADDRESSED, longer).report().wallNanos())
                .isGreaterThanOrEqualTo(3_600_000L * MILLI);
    }

    @Test
    void theSameProfileGivesTheSameRunUnderBrokenPoliciesToo() {
        for (CombinePolicy policy : CombinePolicy.values()) {
            Runs.Result once = simulate(policy, Profiles.REVERSE_RAMP);
            Runs.Result again = simulate(policy, Profiles.REVERSE_RAMP);
            assertThat(again.streams()).isEqualTo(once.streams());
            assertThat(again.report()).isEqualTo(once.report());
            boolean same = once.streams().equals(simulate(policy, Profiles.RAMP).streams());
            assertThat(same).as(policy.id()).isEqualTo(!policy.broken());
        }
    }

    /// At equal times the lower number comes first, so that unthrottled is the order of slots.
    @Test
    void withoutThrottleTheOrderOfArrivalIsTheOrderOfSlots() {
        assertThat(simulate(CombinePolicy.ARRIVAL_ORDER, Profiles.NONE).streams())
                .isEqualTo(simulate(CombinePolicy.CONTENT_ADDRESSED, Profiles.NONE).streams())
                .isNotEqualTo(simulate(CombinePolicy.ARRIVAL_ORDER, Profiles.REVERSE_RAMP).streams());
    }

    @Test
    void lateContributionsAreRefusedAsStale() {
        Runs.Result result = simulate(CombinePolicy.MAJORITY, Profiles.PHONE);

        assertThat(result.report().stages()).isEqualTo(stages);
        assertThat(result.report().refusals()).isEqualTo(new Refusals(0, 3 * stages, 0, 0));
        assertThat(result.report().wallNanos()).isEqualTo(stages * 10 * MILLI);
    }

    @Test
    void aWorkerThatThrowsEndsTheRunAndIsNamed() {
        Consumer<FederationOptions> run = options -> Runs.run(model,
                settings(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE, options, prompts, TOKENS);
        StageObserver fault = new StageObserver() {
            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                if (worker == 5 && stage.kind() == StageKind.EXPERTS) {
                    throw new IllegalStateException("broken");
                }
            }
        };
        assertThatThrownBy(() -> run.accept(FederationOptions.DEFAULT.withClock(new VirtualTime()).withObserver(fault)))
                .isInstanceOf(RunException.class)
                .hasMessageStartingWith("worker-5 failed at token 1, layer 1, experts (java.lang.IllegalStateExc");
    }

    @Test
    void aStopEndsASimulatedRun() throws Exception {
        try (Federation federation = Runs.open(model, settings(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED),
                Profiles.NONE, FederationOptions.DEFAULT.withClock(new VirtualTime()))) {
            List<GeneratedStream> streams = federation.run(prompts, TOKENS,
                    (prompt, position, token, logprob, margin) -> federation.stop());
            assertThat(streams.getFirst().tokens()).hasSize(1);
        }
    }

    @Test
    void whatTimeCannotMakeIsRefused() {
        FederationOptions options = FederationOptions.DEFAULT.withClock(new VirtualTime());
        assertThatThrownBy(() -> Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE, options))
                .isInstanceOf(UsageException.class).hasMessageStartingWith("Simulated time needs a nominal time");
        assertThatThrownBy(() -> Runs.open(model, settings(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED),
                Profiles.NONE, options.withOrder(DeliveryOrder.REVERSED))).isInstanceOf(UsageException.class);
    }

    private interface Factor {
        double of(int worker, long elapsed);
    }

    private static ThrottleProfile profile(Factor factor) {
        return new ThrottleProfile() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public double factor(int worker, int workers, long elapsed) {
                return factor.of(worker, elapsed);
            }
        };
    }
}
