package throttlelab.app.window;

import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;

/// How the window looks.
///
/// @param theme light, dark, or for a projector
/// @param colors of workers and marks
/// @param zoom the size of text, in per cent
/// @param reducedMotion whether nothing moves by itself
record Looks(Theme theme, ColorSet colors, int zoom, boolean reducedMotion) {

    /// Those of some themes.
    static Looks of(Themes themes) {
        return new Looks(themes.themeProperty().get(), themes.colorsProperty().get(), themes.zoomProperty().get(),
                themes.reducedMotionProperty().get());
    }

    /// Makes themes look so.
    void applyTo(Themes themes) {
        themes.themeProperty().set(theme);
        themes.colorsProperty().set(colors);
        themes.zoomProperty().set(zoom);
        themes.reducedMotionProperty().set(reducedMotion);
    }
}
