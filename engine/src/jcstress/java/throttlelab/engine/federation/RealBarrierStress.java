package throttlelab.engine.federation;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.FFI_Result;
import org.openjdk.jcstress.infra.results.LLI_Result;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// What two threads on real processors see of the stage barrier. Every outcome that is not listed is forbidden.
public final class RealBarrierStress {

    private RealBarrierStress() {
    }

    /// Two workers deliver to two slots: both lock, and both count.
    @JCStressTest
    @Outcome(id = "LOCKED, LOCKED, 2", expect = Expect.ACCEPTABLE, desc = "both lock")
    @State
    public static class TwoSlots extends Delivered.ToTwoSlots {
        /// For jcstress.
        public TwoSlots() {
            super(Desk.real());
        }

        @Actor
        void first(LLI_Result result) {
            deliverFirst(result);
        }

        @Actor
        void second(LLI_Result result) {
            deliverSecond(result);
        }

        @Arbiter
        void count(LLI_Result result) {
            countArrived(result);
        }
    }

    /// Two deliver to the same slot: one of them locks it, the other one is a duplicate, and counted as such.
    @JCStressTest
    @Outcome(id = "LOCKED, DUPLICATE, 1", expect = Expect.ACCEPTABLE, desc = "the first one locks")
    @Outcome(id = "DUPLICATE, LOCKED, 1", expect = Expect.ACCEPTABLE, desc = "the second one locks")
    @State
    public static class SameSlot extends Delivered.ToSameSlot {
        /// For jcstress.
        public SameSlot() {
            super(Desk.real());
        }

        @Actor
        void first(LLI_Result result) {
            deliverFirst(result);
        }

        @Actor
        void second(LLI_Result result) {
            deliverSecond(result);
        }

        @Arbiter
        void count(LLI_Result result) {
            countDuplicates(result);
        }
    }

    /// A stage, there and back: the coordinator writes an input and hands it out, the worker reads it, writes its payload
    /// into memory that it keeps, and delivers; the coordinator reads the payload behind the gate.
    @JCStressTest
    @Outcome(id = "43.0, 42.0, 1", expect = Expect.ACCEPTABLE, desc = "both see what was written")
    @State
    public static class Publication {

        private static final Sha256 ADDRESS = Desk.address(0, 0);
        /// Of the thread that is the worker.
        private static final Checksum CRC = new Checksum();

        private final ContributionDesk desk = new ContributionDesk(true);
        private final Mailbox<float[]> mailbox = new Mailbox<>();
        private final float[] payload = new float[1];

        @Actor
        void coordinator(FFI_Result result) {
            try {
                coordinate(result);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void coordinate(FFI_Result result) throws InterruptedException {
            StageBarrier barrier = Desk.barrier(0, 1, 1);
            desk.beginRun();
            desk.open(barrier, 1);
            float[] input = new float[1];
            input[0] = 42;
            mailbox.put(input);
            desk.awaitGate();
            result.r1 = barrier.locked()[0].payload()[0];
            result.r3 = barrier.arrived();
        }

        @Actor
        void worker(FFI_Result result) {
            try {
                work(result);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void work(FFI_Result result) throws InterruptedException {
            float[] input = mailbox.take();
            result.r2 = input[0];
            payload[0] = input[0] + 1;
            desk.deliver(new Contribution(ADDRESS, payload, 1, Contribution.checksum(ADDRESS, payload, 1, CRC)), 0, CRC);
            desk.done();
        }
    }
}
