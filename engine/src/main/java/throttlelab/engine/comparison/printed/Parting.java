package throttlelab.engine.comparison.printed;

import java.util.List;

/// A place where answers part that were the same until there.
///
/// @param position index of the first token that is not the same
/// @param branches how they go on, at least two
public record Parting(int position, List<Branch> branches) {

    /// @throws NullPointerException if the list is null or holds null
    public Parting {
        branches = List.copyOf(branches);
    }
}
