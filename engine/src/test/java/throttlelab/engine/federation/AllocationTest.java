package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import throttlelab.engine.numerics.ScalarKernels;
import throttlelab.engine.throttle.Profiles;

/// What coordinator and workers allocate for a token, in bytes, which no load of the machine changes. Plain loops compute,
/// because vectors are objects until they are compiled.
class AllocationTest {

    private static final int FEW = 2;
    private static final int MANY = 12;
    /// Addresses, entries of the audit log and what is handed to eight workers at seventeen stages: 90 KiB. New memory for
    /// the inputs of all stages would be another 17.
    private static final long STEP = 100 << 10;
    /// What grows with the rows of a step while little is compiled, a third of it later. A row's inputs of all stages and
    /// its logits would be another 22 KiB.
    private static final long ROW = 16 << 10;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aTokenOfOneStreamTakesNoMoreThanWhatNamesIt() throws InterruptedException {
        assertThat(bytesOfAStep(1)).isBetween(1L, STEP);
    }

    @Test
    void theNumbersOfABatchAreKeptInTheSameMemory() throws InterruptedException {
        assertThat(bytesOfAStep(32)).isBetween(1L, STEP + 32 * ROW);
    }

    /// The difference of two runs of one federation, so that what a batch takes at its beginning does not count.
    private long bytesOfAStep(int rows) throws InterruptedException {
        List<int[]> prompts = Stream.generate(() -> new int[] {1022, 739, 738, 11}).limit(rows).toList();
        FederationOptions options = FederationOptions.DEFAULT.withKernels(new ScalarKernels()).withPatience(Patience.NONE);
        try (Federation federation = Runs.open(Runs.shipped(), FederationSettings.DEFAULT, Profiles.NONE, options)) {
            federation.run(prompts, MANY, RunListener.NONE);
            long before = allocated();
            federation.run(prompts, FEW, RunListener.NONE);
            long between = allocated();
            federation.run(prompts, MANY, RunListener.NONE);
            long after = allocated();
            return ((after - between) - (between - before)) / (MANY - FEW);
        }
    }

    private long allocated() {
        return Stream.concat(Runs.workerThreads().stream(), Stream.of(Thread.currentThread()))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.threadId())).sum();
    }
}
