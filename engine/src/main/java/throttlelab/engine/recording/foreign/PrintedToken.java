package throttlelab.engine.recording.foreign;

import java.util.List;

/// One token of an answer.
///
/// @param piece which token
/// @param number its log-probability or probability, exactly as it is printed; null where none is
/// @param top the likeliest tokens there, as far as the server names them, at most [#MOST_TOP]
public record PrintedToken(Piece piece, String number, List<Alternative> top) {

    /// So many of the likeliest tokens are kept.
    public static final int MOST_TOP = 5;

    /// @throws NullPointerException if the list is null or holds null
    public PrintedToken {
        top = List.copyOf(top);
    }

    /// Whether a number is printed that says something.
    public boolean isPrinted() {
        return Numbers.isPrinted(number);
    }
}
