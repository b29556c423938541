package throttlelab.engine.schedule.matrix;

/// A row of the matrix before it is run.
///
/// @param id a word for it, such as `batch-7`
/// @param varied what is varied, such as "Batch: 7"
/// @param cell what is run for it
public record PlannedRow(String id, String varied, String cell) {
}
