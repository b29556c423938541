package throttlelab.engine.seal;

/// One byte that is not what was sealed.
///
/// @param at its offset
/// @param says what stands there
/// @param said what stood there when it was sealed: with it, and with what the other changes say, the digest holds
public record Change(int at, byte says, byte said) {
}
