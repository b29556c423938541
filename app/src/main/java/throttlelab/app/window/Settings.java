package throttlelab.app.window;

import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;

/// What the window remembers from one start to the next.
///
/// @param theme the looks
/// @param zoom the size of text, in per cent
/// @param width of the window's content, in pixels
/// @param height of the window's content, in pixels
/// @param maximized whether it fills the screen
/// @param stallAfter after how many seconds a stage that waits names who is missing; changed in the file only
record Settings(Theme theme, int zoom, double width, double height, boolean maximized, double stallAfter) {

    /// The smallest size that is remembered.
    static final double SMALLEST = 300;
    /// The largest.
    static final double LARGEST = 20_000;

    /// Those of the first start.
    static final Settings FIRST = new Settings(Theme.DARK, Themes.USUAL, 1280, 800, false,
            SetupViewModel.STALL_AFTER);
}
