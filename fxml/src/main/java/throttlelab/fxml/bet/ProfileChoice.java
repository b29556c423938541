package throttlelab.fxml.bet;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// A throttle profile that a bet may run.
///
/// @param name what it goes by
/// @param text what it does, in words
/// @param fixed whether it always runs
/// @param chosen whether it is to be run
public record ProfileChoice(String name, String text, boolean fixed, BooleanProperty chosen) {

    ProfileChoice(String name, String text, boolean fixed) {
        this(name, text, fixed, new SimpleBooleanProperty(fixed));
    }
}
