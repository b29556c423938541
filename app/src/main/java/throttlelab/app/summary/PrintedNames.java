package throttlelab.app.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import throttlelab.app.terminal.Wrap;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedToken;

/// Short names for answers, tokens and distances, for a reader at a terminal.
final class PrintedNames {

    private static final int TOKEN = 24;
    private static final MathContext DIGITS = new MathContext(3);

    private PrintedNames() {
    }

    /// A token between quotes on one line; a missing one is the end of an answer.
    static String token(Piece piece) {
        if (piece == null) {
            return "the end";
        }
        return piece.text() == null ? piece.shown()
                : "'" + Wrap.cut(piece.text().replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"), TOKEN) + "'";
    }

    /// A token with its number.
    static String printed(PrintedToken token) {
        return token == null ? token(null)
                : token(token.piece()) + (token.number() == null ? " without a number" : " at " + token.number());
    }

    static String distance(BigDecimal distance) {
        return distance.signum() == 0 ? "0" : distance.round(DIGITS).toString();
    }
}
