package throttlelab.fxml.theme;

/// The colours of the eight workers and of the marks for equal, other bits and other token, in every theme. Colour is
/// never the only sign: workers have symbols, marks are characters.
public enum ColorSet {

    /// Workers by Okabe and Ito, or near them; marks green, amber and red, which not all eyes tell apart.
    USUAL("usual"),

    /// Workers like the usual ones but farther apart; marks blue, yellow and brown-red, for colour-blind eyes.
    BLUE("blue"),

    /// Workers and marks after the muted colours of Paul Tol, for colour-blind eyes.
    TOL("tol");

    private final String id;

    ColorSet(String id) {
        this.id = id;
    }

    /// Its name in settings and style classes.
    public String id() {
        return id;
    }
}
