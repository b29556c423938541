package throttlelab.fxml.streams;

import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Font and colours of a grid, as its style sheet says.
record Brush(Font font, Color text, Color quiet, Color line, Color cell, Color lenient, Color lenientBack,
        Color catastrophic, Color catastrophicBack, Color selected) {

    private static final String MONO = "JetBrains Mono";

    double em() {
        return font.getSize();
    }

    Font bold() {
        return Font.font(font.getFamily(), FontWeight.BOLD, em());
    }

    Font small() {
        return Font.font(font.getFamily(), 0.8 * em());
    }

    Font note() {
        return Font.font(MONO, 0.78 * em());
    }

    Font boldNote() {
        return Font.font(MONO, FontWeight.BOLD, 0.78 * em());
    }

    Color tone(Mark mark) {
        return switch (mark) {
            case LOGPROB -> lenient;
            case TOKEN -> catastrophic;
            case EXPECTED, EQUAL, UNCOMPARED -> quiet;
        };
    }

    Color back(Mark mark) {
        return switch (mark) {
            case LOGPROB -> lenientBack;
            case TOKEN -> catastrophicBack;
            case EXPECTED, EQUAL, UNCOMPARED -> cell;
        };
    }
}
