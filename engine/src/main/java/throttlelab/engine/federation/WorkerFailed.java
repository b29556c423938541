package throttlelab.engine.federation;

/// Leads the coordinator out of a run in which a worker threw.
final class WorkerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int worker;
    private final transient StageId stage;

    /// @param stage at which it threw, or `null` at the beginning of a batch
    WorkerFailed(int worker, StageId stage, Throwable cause) {
        super(cause);
        this.worker = worker;
        this.stage = stage;
    }

    int worker() {
        return worker;
    }

    StageId stage() {
        return stage;
    }
}
