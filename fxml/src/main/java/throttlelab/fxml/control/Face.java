package throttlelab.fxml.control;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// The faces of the fonts that ship with the lab, for what is painted.
public enum Face {

    /// For words.
    PLAIN("Inter", FontWeight.NORMAL),

    /// For words of weight.
    BOLD("Inter", FontWeight.BOLD),

    /// For digits that must stand under each other.
    MONO("JetBrains Mono", FontWeight.NORMAL),

    /// The same, of weight.
    MONO_BOLD("JetBrains Mono", FontWeight.BOLD);

    private final String family;
    private final FontWeight weight;

    Face(String family, FontWeight weight) {
        this.family = family;
        this.weight = weight;
    }

    Font font(double pixels) {
        return Font.font(family, weight, pixels);
    }
}
