package throttlelab.app.window;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The place of a window on the screens that there are. On the FX thread.
final class ScreenPlace {

    /// How much of the window's upper edge must lie on a screen, in pixels, to be taken hold of.
    private static final double HOLD_WIDTH = 120;
    private static final double HOLD_HEIGHT = 40;

    private ScreenPlace() {
    }

    /// Puts a window that is not shown yet where it was, if that is still on a screen; else the system chooses. Not larger
    /// than the screen.
    static void put(Stage stage, WindowPlace place) {
        Optional<Screen> there = place.corner().flatMap(ScreenPlace::at);
        Rectangle2D room = there.orElseGet(Screen::getPrimary).getVisualBounds();
        if (stage.getScene().getWidth() > room.getWidth() || stage.getScene().getHeight() > room.getHeight()) {
            stage.setWidth(Math.min(place.width(), room.getWidth()));
            stage.setHeight(Math.min(place.height(), room.getHeight()));
        }
        there.ifPresent(screen -> {
            stage.setX(place.corner().orElseThrow().getX());
            stage.setY(place.corner().orElseThrow().getY());
        });
        stage.setMaximized(place.maximized());
    }

    private static Optional<Screen> at(Point2D corner) {
        Rectangle2D hold = new Rectangle2D(corner.getX(), corner.getY(), HOLD_WIDTH, HOLD_HEIGHT);
        return Screen.getScreens().stream().filter(screen -> screen.getVisualBounds().contains(hold)).findFirst();
    }

    /// Where a window is. One that is maximized has the place to which it will go back, not that of the screen.
    ///
    /// @param scene its content
    /// @param before where it was
    static WindowPlace of(Stage stage, Scene scene, WindowPlace before) {
        if (stage.isMaximized() || stage.isFullScreen() || stage.isIconified() || Double.isNaN(stage.getX())) {
            return new WindowPlace(before.corner(), before.width(), before.height(), stage.isMaximized());
        }
        return new WindowPlace(Optional.of(new Point2D(Math.rint(stage.getX()), Math.rint(stage.getY()))),
                size(scene.getWidth()), size(scene.getHeight()), false);
    }

    private static double size(double pixels) {
        return Math.clamp(pixels, WindowPlace.SMALLEST, WindowPlace.LARGEST);
    }
}
