package throttlelab.engine.recording.foreign;

/// A token that a server names as one of the likeliest at a position, the chosen one among them.
///
/// @param piece which token
/// @param number its log-probability or probability as it is printed; null where none is
public record Alternative(Piece piece, String number) {
}
