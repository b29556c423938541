package throttlelab.engine.recording.foreign;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The tokens that files name, one object for each, also while several are read at a time: those of two files that are
/// read with the same one are compared at a glance.
public final class Vocabulary {

    private final ConcurrentMap<Piece, Piece> pieces = new ConcurrentHashMap<>();

    Piece kept(Piece piece) {
        Piece before = pieces.putIfAbsent(piece, piece);
        return before == null ? piece : before;
    }
}
