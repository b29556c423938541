package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// The stage barrier and nothing else: the coordinator puts one thing into each mailbox, every worker hands in a
/// contribution that it has at hand, and the coordinator wakes when the last one has locked.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HandOverBenchmark {

    private static final int FLOATS = 256;
    /// Stages of fifty tokens of the shipped model: the desk remembers no more.
    private static final int STAGES = 850;

    /// How many workers.
    @Param({"1", "2", "4", "8"})
    public int workers;

    /// Whether the desk checks the checksums of the contributions, 256 floats each.
    @Param({"true", "false"})
    public boolean verify;

    private final List<Mailbox<Contribution>> mailboxes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private Contribution[][] contributions;
    private Sha256[][] addresses;
    private int[] lengths;
    private ContributionDesk desk;
    private int stage;

    /// Makes the contributions and starts the workers.
    @Setup(Level.Trial)
    public void start() {
        desk = new ContributionDesk(verify);
        addresses = new Sha256[STAGES][workers];
        contributions = new Contribution[STAGES][workers];
        lengths = new int[workers];
        float[] payload = new float[FLOATS];
        Checksum crc = new Checksum();
        for (int number = 0; number < STAGES; number++) {
            for (int slot = 0; slot < workers; slot++) {
                Sha256 address = new Sha256(number, slot, 0, 0);
                addresses[number][slot] = address;
                contributions[number][slot] =
                        new Contribution(address, payload, FLOATS, Contribution.checksum(address, payload, FLOATS, crc));
            }
        }
        for (int slot = 0; slot < workers; slot++) {
            lengths[slot] = FLOATS;
            Mailbox<Contribution> mailbox = new Mailbox<>();
            mailboxes.add(mailbox);
            threads.add(Thread.ofPlatform().name("worker-" + slot).daemon(true).start(() -> work(mailbox)));
        }
    }

    private void work(Mailbox<Contribution> mailbox) {
        Checksum crc = new Checksum();
        try {
            while (true) {
                desk.deliver(mailbox.take(), System.nanoTime(), crc);
                desk.done();
            }
        } catch (InterruptedException e) {
            // The trial is over.
        }
    }

    /// Makes the measuring thread the coordinator.
    @Setup(Level.Iteration)
    public void begin() throws InterruptedException {
        desk.awaitDrained();
        desk.beginRun();
    }

    /// Ends the workers.
    @TearDown(Level.Trial)
    public void end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    /// One stage.
    @Benchmark
    public StageBarrier handOver() throws InterruptedException {
        stage = (stage + 1) % STAGES;
        StageBarrier barrier = new StageBarrier(new StageId(stage, 0, 0, StageKind.ATTENTION), addresses[stage], lengths,
                workers);
        desk.open(barrier, workers);
        for (int slot = 0; slot < workers; slot++) {
            mailboxes.get(slot).put(contributions[stage][slot]);
        }
        desk.awaitGate();
        return barrier;
    }
}
