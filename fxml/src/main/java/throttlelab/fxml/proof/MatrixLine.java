package throttlelab.fxml.proof;

/// One row of the matrix, in words.
///
/// @param id its name
/// @param varied what is varied
/// @param cell what is run for it
/// @param state how it stands
/// @param comparisons positions compared; empty if none
/// @param divergences positions that differ; empty if none were compared
/// @param command what runs it again, for a terminal
/// @param note how it ran, or why it did not; may be empty
public record MatrixLine(String id, String varied, String cell, MatrixState state, String comparisons,
        String divergences, String command, String note) {
}
