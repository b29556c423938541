package throttlelab.engine.federation;

import throttlelab.engine.digest.Checksum;

/// A coordinator that waits for a contribution which never comes, and is told so: by a stop, or by a worker's failure.
public final class EndScenario {

    private static final StageId STAGE = new StageId(0, 0, 0, StageKind.ATTENTION);

    private final ContributionDesk desk = new ContributionDesk(true);

    /// The coordinator's beginning.
    public void open() {
        desk.beginRun();
        desk.open(Desk.barrier(0, 2, 2), 2);
    }

    /// It waits, and ends.
    public void awaitStop() throws InterruptedException {
        try {
            desk.awaitGate();
        } catch (RunStopped e) {
            return;
        }
        throw new IllegalStateException("the gate is open");
    }

    /// It waits, and is told who failed.
    public void awaitFailure() throws InterruptedException {
        try {
            desk.awaitGate();
        } catch (WorkerFailed e) {
            if (e.getCause() instanceof ArithmeticException) {
                return;
            }
            throw e;
        }
        throw new IllegalStateException("the gate is open");
    }

    /// Somebody stops the run.
    public void stop() {
        desk.stop();
    }

    /// A worker fails.
    public void fail() {
        desk.fail(1, STAGE, new ArithmeticException());
    }

    /// Another one does what it should.
    public void deliver() {
        Checksum crc = new Checksum();
        desk.deliver(Desk.contribution(0, 0, crc), 0, crc);
        desk.done();
    }

    static ModelCheck stopped() {
        return new ModelCheck(EndScenario.class).before("open").thread("awaitStop").thread("deliver").thread("stop");
    }

    static ModelCheck failed() {
        return new ModelCheck(EndScenario.class).before("open").thread("awaitFailure").thread("deliver").thread("fail");
    }
}
