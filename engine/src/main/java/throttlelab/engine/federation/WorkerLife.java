package throttlelab.engine.federation;

/// Whether a worker lives, and if not, what became of it.
///
/// @param worker its number
/// @param dead whether it is dead; its thread has ended, or has been given up and told to end
/// @param since when it died, by the federation's clock; 0 for one that lives
/// @param stage the stage it was at when it died; `null` if it was at none, or lives
/// @param cause what it died of, as the program says it; empty if somebody killed it, or if it lives
/// @param deaths how often it has died so far
public record WorkerLife(int worker, boolean dead, long since, StageId stage, String cause, int deaths) {

    static WorkerLife living(int worker, int deaths) {
        return new WorkerLife(worker, false, 0, null, "", deaths);
    }
}
