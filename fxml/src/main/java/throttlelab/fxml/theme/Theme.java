package throttlelab.fxml.theme;

import atlantafx.base.theme.CupertinoDark;
import atlantafx.base.theme.CupertinoLight;

/// The looks of the window, in the binary form of style sheets, which opens faster. The projector theme is light with the highest contrast, for a washed-out wall.
public enum Theme {

    /// Light.
    LIGHT("light", new CupertinoLight().getUserAgentStylesheetBSS()),

    /// Dark.
    DARK("dark", new CupertinoDark().getUserAgentStylesheetBSS()),

    /// Black on white, thicker lines.
    PROJECTOR("projector", new CupertinoLight().getUserAgentStylesheetBSS());

    private final String id;
    private final String userAgentStylesheet;

    Theme(String id, String userAgentStylesheet) {
        this.id = id;
        this.userAgentStylesheet = userAgentStylesheet;
    }

    /// Its name in settings and style classes.
    public String id() {
        return id;
    }

    String userAgentStylesheet() {
        return userAgentStylesheet;
    }

    /// The theme after this one, for a button that goes round.
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
