package throttlelab.engine.recording.foreign;

import java.math.BigDecimal;
import java.util.List;

/// One token of an answer.
///
/// @param piece which token
/// @param number its log-probability or probability, exactly as it is printed; null where none is
/// @param top the likeliest tokens there, as far as the server names them, at most [#MOST_TOP]
public record PrintedToken(Piece piece, String number, List<Alternative> top) {

    /// So many of the likeliest tokens are kept.
    public static final int MOST_TOP = 5;

    /// Servers print this, or the least float, where they have no log-probability.
    private static final BigDecimal NO_NUMBER = new BigDecimal("-9999");

    /// @throws NullPointerException if the list is null or holds null
    public PrintedToken {
        top = List.copyOf(top);
    }

    /// Whether a number is printed that says something.
    public boolean isPrinted() {
        return number != null && (isShort() || new BigDecimal(number).compareTo(NO_NUMBER) > 0);
    }

    /// Whether it is above that at a glance: no exponent, and too few digits before the point.
    private boolean isShort() {
        int point = number.indexOf('.');
        return (point < 0 ? number.length() : point) < 5 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }
}
