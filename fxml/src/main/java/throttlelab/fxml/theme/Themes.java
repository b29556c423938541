package throttlelab.fxml.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The one place for the theme and the size of text; reaches dialogs as well as the window.
public final class Themes {

    /// Smallest and largest size of text, in per cent.
    public static final int SMALLEST = 80;
    /// Largest size of text, in per cent.
    public static final int LARGEST = 200;

    /// The usual size of text, in per cent.
    public static final int USUAL = 100;

    private static final int STEP = 10;
    private static final double ANY_SIZE = 13;
    private static final List<String> FONTS = List.of("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final ObjectProperty<ColorSet> colors = new SimpleObjectProperty<>(ColorSet.USUAL);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty();
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final IntegerProperty zoom = new SimpleIntegerProperty(USUAL);

    /// Loads the fonts that ship with the application.
    public Themes() {
        for (String font : FONTS) {
            Font.loadFont(Themes.class.getResource("fonts/" + font).toExternalForm(), ANY_SIZE);
        }
        theme.addListener((property, before, now) -> Application.setUserAgentStylesheet(now.userAgentStylesheet()));
        Application.setUserAgentStylesheet(theme.get().userAgentStylesheet());
    }

    /// The theme in force.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// The colours of workers and marks.
    public ObjectProperty<ColorSet> colorsProperty() {
        return colors;
    }

    /// Whether nothing is to move by itself, whatever the system says; else it is as the system says.
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /// Whether text is to be read from the last row of a room.
    public BooleanProperty presentingProperty() {
        return presenting;
    }

    /// The size of all text, in per cent.
    public IntegerProperty zoomProperty() {
        return zoom;
    }

    /// Makes text larger by `steps` steps of ten per cent, or smaller where it is negative.
    public void zoom(int steps) {
        zoom.set(Math.clamp((long) zoom.get() + (long) steps * STEP, SMALLEST, LARGEST));
    }

    /// Dresses a scene, now and whenever the theme, the size of text or its own size changes.
    public void dress(Scene scene) {
        scene.getStylesheets().add(Objects.requireNonNull(Themes.class.getResource("lab.css")).toExternalForm());
        Runnable dress = () -> {
            Parent root = scene.getRoot();
            wear(root, "theme-", theme.get().id());
            wear(root, "colors-", colors.get().id());
            scene.getPreferences().setReducedMotion(reducedMotion.get() ? Boolean.TRUE : null);
            double pixels = presenting.get() ? TextSize.presented(zoom.get(), scene.getWidth(), scene.getHeight())
                    : TextSize.pixels(zoom.get(), scene.getWidth(), scene.getHeight());
            String size = "-fx-font-size: " + pixels + "px;";
            if (!size.equals(root.getStyle())) {
                root.setStyle(size);
            }
        };
        InvalidationListener changed = property -> dress.run();
        List.of(theme, colors, reducedMotion, zoom, presenting, scene.rootProperty(), scene.widthProperty(), scene.heightProperty())
                .forEach(each -> each.addListener(changed));
        dress.run();
    }

    private static void wear(Parent root, String kind, String id) {
        if (!root.getStyleClass().contains(kind + id)) {
            root.getStyleClass().removeIf(name -> name.startsWith(kind));
            root.getStyleClass().add(kind + id);
        }
    }
}
