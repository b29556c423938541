package throttlelab.app.window;

import java.util.Optional;
import javafx.geometry.Point2D;

/// Where the window is and how large.
///
/// @param corner its upper left corner on the screens, in pixels; empty if the system is to choose
/// @param width of its content, in pixels
/// @param height of its content, in pixels
/// @param maximized whether it fills the screen
record WindowPlace(Optional<Point2D> corner, double width, double height, boolean maximized) {

    /// The smallest size that is remembered.
    static final double SMALLEST = 300;
    /// The largest, and the farthest corner.
    static final double LARGEST = 20_000;
}
