package throttlelab.engine.federation;

/// Leads the coordinator out of a run in which a worker threw.
final class WorkerFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ContributionDesk.Failure failure;

    WorkerFailed(ContributionDesk.Failure failure) {
        super(failure.cause());
        this.failure = failure;
    }

    ContributionDesk.Failure failure() {
        return failure;
    }
}
