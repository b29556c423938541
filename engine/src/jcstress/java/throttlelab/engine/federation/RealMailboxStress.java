package throttlelab.engine.federation;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// What two threads on real processors see of the mailbox. Every outcome that is not listed is forbidden.
public final class RealMailboxStress {

    private RealMailboxStress() {
    }

    /// Whoever takes sees what was written before it was put, and gets it in order.
    @JCStressTest
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "in order, and written")
    @State
    public static class Publication {

        private final Mailbox<int[]> mailbox = new Mailbox<>();

        @Actor
        void put() {
            for (int number = 1; number <= 2; number++) {
                int[] item = new int[1];
                item[0] = number;
                mailbox.put(item);
            }
        }

        @Actor
        void take(II_Result result) {
            try {
                result.r1 = mailbox.take()[0];
                result.r2 = mailbox.take()[0];
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
