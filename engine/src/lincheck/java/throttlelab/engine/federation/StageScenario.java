package throttlelab.engine.federation;

import throttlelab.engine.digest.Checksum;

/// One stage: a coordinator that waits, two workers that deliver, one of them twice.
public abstract class StageScenario {

    private static final int SLOTS = 2;

    private final Desk desk;
    private final StageBarrier barrier;

    StageScenario(Desk desk, int required) {
        this.desk = desk;
        this.barrier = Desk.barrier(0, SLOTS, required);
    }

    /// The coordinator's beginning.
    public void open() {
        desk.beginRun();
        desk.open(barrier, SLOTS);
    }

    /// The coordinator's end: when it goes on, all that the stage expects is there.
    public void awaitGate() throws InterruptedException {
        desk.awaitGate();
        for (int slot = 0; slot < SLOTS; slot++) {
            Contribution locked = barrier.locked()[slot];
            if (locked == null || locked.payload()[0] != Desk.value(0, slot)) {
                throw new IllegalStateException("the gate is open without slot " + slot);
            }
        }
        if (barrier.arrived() != SLOTS || barrier.arrival(0) == barrier.arrival(1)) {
            throw new IllegalStateException("the order of arrival is lost");
        }
    }

    /// A worker.
    public void deliver0() {
        Checksum crc = new Checksum();
        accept(desk.deliver(Desk.contribution(0, 0, crc), crc), Acceptance.LOCKED);
        desk.done();
    }

    /// A worker that delivers twice.
    public void deliver1() {
        Checksum crc = new Checksum();
        accept(desk.deliver(Desk.contribution(0, 1, crc), crc), Acceptance.LOCKED);
        accept(desk.deliver(Desk.contribution(0, 1, crc), crc), Acceptance.DUPLICATE);
        desk.done();
    }

    private static void accept(Acceptance acceptance, Acceptance expected) {
        if (acceptance != expected) {
            throw new IllegalStateException(acceptance.id());
        }
    }

    /// What was counted.
    public void judge() {
        if (!desk.refusals().equals(new Refusals(1, 0, 0, 0))) {
            throw new IllegalStateException(desk.refusals().toString());
        }
    }

    static ModelCheck check(Class<? extends StageScenario> scenario) {
        return new ModelCheck(scenario).before("open").thread("awaitGate").thread("deliver0").thread("deliver1")
                .after("judge");
    }

    /// The real one.
    public static final class Real extends StageScenario {
        /// For Lincheck.
        public Real() {
            super(Desk.real(), SLOTS);
        }
    }

    /// Broken: without a lock.
    public static final class Unguarded extends StageScenario {
        /// For Lincheck.
        public Unguarded() {
            super(new UnguardedDesk(), SLOTS);
        }
    }

    /// Broken: the gate opens one contribution too early.
    public static final class EarlyGate extends StageScenario {
        /// For Lincheck.
        public EarlyGate() {
            super(Desk.real(), SLOTS - 1);
        }
    }
}
