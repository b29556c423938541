package throttlelab.engine.federation;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import throttlelab.engine.digest.Checksum;

/// The same on broken barriers: each of these must be caught in a forbidden outcome.
public final class BrokenBarrierStress {

    private BrokenBarrierStress() {
    }

    /// Two workers deliver to two slots without a lock: an arrival can be lost.
    @JCStressTest
    @Outcome(id = "LOCKED, LOCKED, 2", expect = Expect.ACCEPTABLE, desc = "both lock")
    @State
    public static class TwoSlots extends Delivered.ToTwoSlots {
        /// For jcstress.
        public TwoSlots() {
            super(new UnguardedDesk());
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

    /// Two deliver to the same slot without a lock: both can lock it.
    @JCStressTest
    @Outcome(id = "LOCKED, DUPLICATE, 1", expect = Expect.ACCEPTABLE, desc = "the first one locks")
    @Outcome(id = "DUPLICATE, LOCKED, 1", expect = Expect.ACCEPTABLE, desc = "the second one locks")
    @State
    public static class SameSlot extends Delivered.ToSameSlot {
        /// For jcstress.
        public SameSlot() {
            super(new UnguardedDesk());
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

    /// A gate that opens in a plain field, neither volatile nor guarded: whoever looks at it may never see it open.
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "seen")
    @Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "never seen")
    @State
    public static class PlainGate {

        private final StageBarrier barrier = Desk.barrier(0, 1, 1);
        private final Contribution contribution = Desk.contribution(0, 0, new Checksum());

        @Actor
        void coordinator() {
            while (!barrier.open()) {
                // The barrier is a plain state machine: whoever shares it guards it, and here nobody does.
            }
        }

        @Signal
        void worker() {
            barrier.offer(0, contribution, 0);
        }
    }

    /// A mailbox that says too late whom to wake: whoever takes would sleep for ever beside what is there.
    @JCStressTest
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "slept, and was woken")
    @Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "found it at once")
    @State
    public static class LostWakeUp {

        private final ForgetfulMailbox<Integer> mailbox = new ForgetfulMailbox<>();

        @Actor
        void put(ZZ_Result result) {
            result.r1 = mailbox.put(1);
        }

        @Actor
        void take(ZZ_Result result) {
            result.r2 = mailbox.takeAsleep();
        }
    }
}
