package throttlelab.fxml;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// Says whether a window can be opened here, without starting a graphics toolkit to find out.
public final class Screen {

    private Screen() {
    }

    /// True when a graphical screen can be opened, or when JavaFX was told to draw into memory.
    public static boolean available() {
        return available(System::getProperty, System::getenv);
    }

    static boolean available(UnaryOperator<String> property, UnaryOperator<String> environment) {
        if ("Headless".equalsIgnoreCase(property.apply("glass.platform"))) {
            return true;
        }
        if (Boolean.parseBoolean(property.apply("java.awt.headless"))) {
            return false;
        }
        var system = String.valueOf(property.apply("os.name")).toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") || system.startsWith("mac")) {
            return true;
        }
        // On Wayland, too, JavaFX draws through X11, so WAYLAND_DISPLAY alone is no screen.
        var display = environment.apply("DISPLAY");
        return display != null && !display.isBlank();
    }
}
