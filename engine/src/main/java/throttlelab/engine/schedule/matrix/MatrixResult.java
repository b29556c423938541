package throttlelab.engine.schedule.matrix;

import java.time.Instant;
import java.util.List;

/// The invariance matrix.
///
/// @param model name of the model
/// @param modelDigest its digest, in hex
/// @param numerics version of the contract on numbers
/// @param machine what it ran on, in words
/// @param created when it ended
/// @param prompts how many prompts the reference has
/// @param tokens how many tokens after each
/// @param complete whether all rows that were asked for are there; else it was stopped
/// @param rows what was varied
public record MatrixResult(String model, String modelDigest, String numerics, String machine, Instant created,
        int prompts, int tokens, boolean complete, List<MatrixRow> rows) {

    /// @throws NullPointerException if the list is null or holds null
    public MatrixResult {
        rows = List.copyOf(rows);
    }

    /// All positions compared.
    public long comparisons() {
        return rows.stream().mapToLong(MatrixRow::comparisons).sum();
    }

    /// All positions that differ, or are not there.
    public long divergences() {
        return rows.stream().mapToLong(MatrixRow::divergences).sum();
    }

    /// How many rows could not be run here.
    public long notRun() {
        return rows.stream().filter(row -> row.notRun().isPresent()).count();
    }
}
