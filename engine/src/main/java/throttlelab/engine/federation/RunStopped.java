package throttlelab.engine.federation;

/// Leads the coordinator out of a run that somebody stopped.
final class RunStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunStopped() {
        super("stopped", null, false, false);
    }
}
