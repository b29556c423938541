package throttlelab.engine.comparison.printed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedTokens;

/// By what tokens are told apart: the best that all answers give for all their tokens. It is one thing for all of them,
/// so that two tokens that equal a third equal each other.
public enum TokenIdentity {

    /// Their ids in the vocabulary.
    ID("id"),

    /// Their bytes.
    BYTES("bytes"),

    /// What they read; parts of characters read alike.
    TEXT("text");

    private final String title;

    TokenIdentity(String title) {
        this.title = title;
    }

    /// Its name for eyes.
    public String title() {
        return title;
    }

    /// The best one for these answers.
    ///
    /// @return nothing if some give only ids and others none
    static Optional<TokenIdentity> of(List<Answer> answers) {
        return Stream.of(values()).filter(identity -> answers.stream().noneMatch(identity::missing)).findFirst();
    }

    /// What two tokens that tell it must have in common to be the same.
    Object key(Piece piece) {
        return switch (this) {
            case ID -> piece.id();
            case BYTES -> piece.hex();
            case TEXT -> piece.text();
        };
    }

    /// Whether some token of an answer does not tell it.
    boolean missing(Answer answer) {
        PrintedTokens tokens = answer.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (lacks(tokens.piece(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean lacks(Piece piece) {
        return switch (this) {
            case ID -> piece.id() < 0;
            case BYTES -> piece.hex() == null;
            case TEXT -> piece.text() == null;
        };
    }

    boolean same(Piece a, Piece b) {
        return a == b || switch (this) {
            case ID -> a.id() == b.id();
            case BYTES -> a.hex().equals(b.hex());
            case TEXT -> a.text().equals(b.text());
        };
    }
}
