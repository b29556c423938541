package throttlelab.engine.recording.foreign;

/// Which token it is, as far as an answer tells.
///
/// @param id its id in the vocabulary; −1 where it is not told
/// @param hex its bytes in lower-case hex digits; null where they are not told
/// @param text what it reads; bytes that are no UTF-8 by themselves are shown as U+FFFD; null where it is not told
public record Piece(int id, String hex, String text) {

    /// The token for eyes.
    public String shown() {
        return text != null ? text : "#" + id;
    }
}
