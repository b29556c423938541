package throttlelab.fxml.export;

/// A picture that cannot change any more.
///
/// @param width in pixels
/// @param height in pixels
/// @param rows gives the pixels; on any thread
public record Picture(int width, int height, Rows rows) {

    /// Gives the pixels of a picture.
    @FunctionalInterface
    public interface Rows {

        /// Fills `into` with the pixels of row `y`, from the left: blue in the lowest byte, then green, then red.
        void read(int y, int[] into);
    }
}
