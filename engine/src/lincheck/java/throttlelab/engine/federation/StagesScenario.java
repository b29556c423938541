package throttlelab.engine.federation;

import java.util.List;
import throttlelab.engine.digest.Checksum;

/// Two stages in a row through mailboxes, as a coordinator and its workers run them: it goes on after the first
/// contribution of two, so the other one comes late, is stale, and is waited for all the same.
public final class StagesScenario {

    private static final int STAGES = 2;
    private static final int WORKERS = 2;

    private final ContributionDesk desk = new ContributionDesk(true);
    private final List<Mailbox<Integer>> mailboxes = List.of(new Mailbox<>(), new Mailbox<>());

    /// The coordinator. What it opened it opened with one contribution locked, and drained with one refused.
    public void coordinate() throws InterruptedException {
        desk.beginRun();
        for (int stage = 0; stage < STAGES; stage++) {
            StageBarrier barrier = Desk.barrier(stage, WORKERS, 1);
            desk.open(barrier, WORKERS);
            for (Mailbox<Integer> mailbox : mailboxes) {
                mailbox.put(stage);
            }
            desk.awaitGate();
            int first = barrier.arrival(0);
            if (barrier.arrived() != 1 || barrier.locked()[first].payload()[0] != Desk.value(stage, first)) {
                throw new IllegalStateException("stage " + stage + " is open with " + barrier.arrived() + " arrived");
            }
            if (barrier.locked()[1 - first] != null) {
                throw new IllegalStateException("a late contribution has locked");
            }
        }
        desk.awaitDrained();
    }

    /// A worker.
    public void work0() throws InterruptedException {
        work(0);
    }

    /// Another one.
    public void work1() throws InterruptedException {
        work(1);
    }

    private void work(int slot) throws InterruptedException {
        Checksum crc = new Checksum();
        for (int stage = 0; stage < STAGES; stage++) {
            int asked = mailboxes.get(slot).take();
            if (asked != stage) {
                throw new IllegalStateException("asked for stage " + asked + " in place of " + stage);
            }
            Acceptance acceptance = desk.deliver(Desk.contribution(stage, slot, crc), 0, crc);
            if (acceptance != Acceptance.LOCKED && acceptance != Acceptance.STALE) {
                throw new IllegalStateException(acceptance.id());
            }
            desk.done();
        }
    }

    /// What was counted.
    public void judge() {
        if (!desk.refusals().equals(new Refusals(0, STAGES, 0, 0)) || desk.takeRefused().size() != STAGES) {
            throw new IllegalStateException(desk.refusals().toString());
        }
    }

    static ModelCheck check() {
        return new ModelCheck(StagesScenario.class).thread("coordinate").thread("work0").thread("work1").after("judge");
    }
}
