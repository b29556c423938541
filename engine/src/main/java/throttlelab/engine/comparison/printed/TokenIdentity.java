package throttlelab.engine.comparison.printed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedToken;

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

    /// What two tokens must have in common to be the same.
    Object key(Piece piece) {
        return switch (this) {
            case ID -> piece.id() < 0 ? null : piece.id();
            case BYTES -> piece.hex();
            case TEXT -> piece.text();
        };
    }

    /// Whether some token of an answer does not tell it.
    boolean missing(Answer answer) {
        return answer.tokens().stream().anyMatch(token -> key(token.piece()) == null);
    }

    boolean same(PrintedToken a, PrintedToken b) {
        return key(a.piece()).equals(key(b.piece()));
    }
}
