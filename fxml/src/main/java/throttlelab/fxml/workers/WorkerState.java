package throttlelab.fxml.workers;

/// What a row shows of its worker.
///
/// @param factor slowdown in force
/// @param following whether it is that of a profile that changes over time
/// @param activity what the worker is doing
/// @param waitedFor whether all others of the stage wait for it
/// @param set mean of the factors that were in force while it worked; NaN if it has not worked yet
/// @param measured slowdown that its times show; NaN if it has not worked yet
/// @param blame its share of the blame in per cent
public record WorkerState(double factor, boolean following, Activity activity, boolean waitedFor, double set,
        double measured, int blame) {

    /// A worker that has done nothing and is not slowed down.
    public static final WorkerState NEW = new WorkerState(1, false, Activity.IDLE, false, Double.NaN, Double.NaN, 0);
}
