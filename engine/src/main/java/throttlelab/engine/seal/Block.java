package throttlelab.engine.seal;

/// A stretch of a sealed file that has a check of its own: a line without its line feed, or some bytes.
///
/// @param from offset of its first byte
/// @param to offset behind its last byte
/// @param stated the CRC32C that the seal says it has
/// @param statedAt where that stands, as 8 hex digits; −1 if there is none
public record Block(int from, int to, int stated, int statedAt) {
}
