package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.numerics.RotaryTable;
import throttlelab.engine.numerics.SimdKernels;
import throttlelab.engine.throttle.Profiles;

/// A worker uses its payload's memory again. A contribution that has locked is safe all the same: its worker has
/// nothing in its mailbox until the coordinator has taken the sum and hands out the next stage; and what comes late is
/// refused and never read.
class PayloadTest {

    private static Model model;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint().expertsPerToken(2));
    }

    /// The danger is real.
    @Test
    void aWorkersNextPayloadIsInTheMemoryOfItsLast() {
        Partition partition = Partition.of(PartitionKind.SLICED, 1, model.config());
        WorkHistory history = new WorkHistory(model, partition, 0);
        Worker worker = new Worker(0, model, partition, new SimdKernels(), new RotaryTable(64, 4, 10_000), 128, true);
        worker.begin(history.positions());
        Contribution first = worker.process(history.works().get(0));
        float[] before = Arrays.copyOf(first.payload(), first.length());
        Contribution second = worker.process(history.works().get(1));

        assertThat(second.payload()).isSameAs(first.payload());
        assertThat(before).isNotEqualTo(Arrays.copyOf(first.payload(), first.length()));
    }

    /// Workers are late by chance; the coordinator takes its time over every addition, and looks whether what it read
    /// is still there.
    @ParameterizedTest
    @EnumSource(CombinePolicy.class)
    void whatTheCoordinatorReadsStandsStill(CombinePolicy policy) {
        AtomicInteger additions = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();
        ForwardingKernels watching = new ForwardingKernels() {
            @Override
            public void add(float[] x, int at, int length, float[] out, int outAt) {
                float[] before = Arrays.copyOfRange(x, at, at + length);
                super.add(x, at, length, out, outAt);
                if (additions.incrementAndGet() % 16 == 0) {
                    LockSupport.parkNanos(50_000);
                }
                if (!Arrays.equals(before, Arrays.copyOfRange(x, at, at + length))) {
                    moved.incrementAndGet();
                }
            }
        };
        for (PartitionKind partition : List.of(PartitionKind.SLICED, PartitionKind.EXPERTS)) {
            Runs.run(model, Runs.settings(partition, 8, policy), Profiles.NONE,
                    FederationOptions.DEFAULT.withKernels(watching).withObserver(lateByChance()),
                    Runs.prompts(model, 6, 6), 8);
        }
        assertThat(additions.get()).isGreaterThan(100);
        assertThat(moved.get()).isZero();
    }

    /// The same forced order gives the same bits under every policy, whoever is late by how much.
    @ParameterizedTest
    @EnumSource(CombinePolicy.class)
    void aForcedOrderDecidesAllHoweverLateAnyoneIs(CombinePolicy policy) {
        List<List<Runs.Bits>> all = IntStream.range(0, 15).mapToObj(i ->
                Runs.run(model, Runs.settings(PartitionKind.SLICED, 8, policy), Profiles.NONE, FederationOptions.DEFAULT
                        .withOrder(Runs.shuffled(45)).withObserver(lateByChance()), Runs.prompts(model, 6, 6), 8)
                        .streams()).toList();

        assertThat(all).containsOnly(all.getFirst());
    }

    private static StageObserver lateByChance() {
        return new StageObserver() {
            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                if (ThreadLocalRandom.current().nextInt(4) == 0) {
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(200_000));
                }
            }
        };
    }
}
