package throttlelab.engine.comparison.printed;

import java.math.BigDecimal;
import throttlelab.engine.recording.foreign.PrintedToken;

/// One position of two answers, side by side.
///
/// @param position index of the token, from 0
/// @param kind how it differs
/// @param a the first answer's token; null where that answer was ended and the other goes on
/// @param b the second answer's token, or null likewise
/// @param distance how far apart the printed log-probabilities are; null where they cannot be compared
/// @param consequence whether a token before it differs already: from there on the answers continue different texts
public record PrintedPosition(int position, PrintedDifference kind, PrintedToken a, PrintedToken b,
        BigDecimal distance, boolean consequence) {
}
