package throttlelab.engine.federation;

import throttlelab.engine.model.TokenRows;

/// One forward pass over some rows.
///
/// @param number of the step since the federation was opened
/// @param token index of the new token it leads to
/// @param rows its rows
/// @param headRows which of them need a next token
record Step(long number, int token, TokenRows rows, int[] headRows) {
}
