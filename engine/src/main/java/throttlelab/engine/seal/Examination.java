package throttlelab.engine.seal;

import java.util.List;
import throttlelab.engine.digest.Sha256;

/// What the seal of a file says about it.
///
/// @param stated the digest that the file carries
/// @param computed the digest of what it is
/// @param changes the bytes that were changed, if they could be found out for certain
/// @param damaged blocks whose check does not hold; none of them where `changes` tells all
/// @param displaced whether lines were added or removed; `damaged` is then the stretch between the first and the last
///        line that does not fit
public record Examination(Sha256 stated, Sha256 computed, List<Change> changes, List<Block> damaged,
        boolean displaced) {

    /// @throws NullPointerException if a list is null or holds null
    public Examination {
        changes = List.copyOf(changes);
        damaged = List.copyOf(damaged);
    }

    /// Whether the file is what was sealed.
    public boolean holds() {
        return stated.equals(computed) && damaged.isEmpty();
    }

    /// The bytes as they were when they were sealed, if all changes were found out.
    ///
    /// @param bytes the bytes that were examined
    public byte[] undone(byte[] bytes) {
        byte[] before = bytes.clone();
        changes.forEach(change -> before[change.at()] = change.said());
        return before;
    }
}
