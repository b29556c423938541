package throttlelab.fxml.theme;

import atlantafx.base.theme.CupertinoDark;
import atlantafx.base.theme.CupertinoLight;

/// The looks of the window. The projector theme is light with the highest contrast, for a washed-out wall.
public enum Theme {

    /// Light.
    LIGHT("light", new CupertinoLight().getUserAgentStylesheet()),

    /// Dark.
    DARK("dark", new CupertinoDark().getUserAgentStylesheet()),

    /// Black on white, thicker lines.
    PROJECTOR("projector", new CupertinoLight().getUserAgentStylesheet());

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
