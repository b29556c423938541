package throttlelab.engine.federation;

import org.openjdk.jcstress.infra.results.LLI_Result;
import throttlelab.engine.digest.Checksum;

/// Two threads that deliver at the same time, to a real or a broken desk, and what is counted afterwards.
abstract class Delivered {

    private static final Checksum FIRST_CRC = new Checksum();
    private static final Checksum SECOND_CRC = new Checksum();
    private static final Contribution SLOT_0 = Desk.contribution(0, 0, FIRST_CRC);
    private static final Contribution SLOT_1 = Desk.contribution(0, 1, FIRST_CRC);

    private final Desk desk;
    private final StageBarrier barrier = Desk.barrier(0, 2, 2);
    private final Contribution second;

    private Delivered(Desk desk, Contribution second) {
        this.desk = desk;
        this.second = second;
        desk.beginRun();
        desk.open(barrier, 2);
    }

    final void deliverFirst(LLI_Result result) {
        result.r1 = desk.deliver(SLOT_0, FIRST_CRC);
    }

    final void deliverSecond(LLI_Result result) {
        result.r2 = desk.deliver(second, SECOND_CRC);
    }

    /// Each to its own slot.
    abstract static class ToTwoSlots extends Delivered {

        ToTwoSlots(Desk desk) {
            super(desk, SLOT_1);
        }

        final void countArrived(LLI_Result result) {
            result.r3 = super.barrier.arrived();
        }
    }

    /// Both to the same slot.
    abstract static class ToSameSlot extends Delivered {

        ToSameSlot(Desk desk) {
            super(desk, SLOT_0);
        }

        final void countDuplicates(LLI_Result result) {
            result.r3 = Math.toIntExact(super.desk.refusals().duplicate());
        }
    }
}
