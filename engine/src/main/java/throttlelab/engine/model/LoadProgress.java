package throttlelab.engine.model;

/// Watches a checkpoint being loaded. Called on the thread that loads.
@FunctionalInterface
public interface LoadProgress {

    /// Watches nothing.
    LoadProgress NONE = (parameters, total) -> { };

    /// More of the checkpoint has been loaded.
    ///
    /// @param parameters how many so far; equal to `total` once, at the end
    /// @param total how many there are
    void loaded(long parameters, long total);
}
