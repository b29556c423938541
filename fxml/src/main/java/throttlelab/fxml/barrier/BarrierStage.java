package throttlelab.fxml.barrier;

/// Which stage a barrier shows.
///
/// @param number its number in the run, from 0; -1 before there is one
/// @param next where its combined value goes, in words
/// @param head whether contributions are laid side by side, not added
/// @param places how many stages a token has
/// @param layers how many of them belong to layers, two to each
public record BarrierStage(int number, String next, boolean head, int places, int layers) {

    /// Before there is a stage.
    static final BarrierStage NONE = new BarrierStage(-1, "", false, 17, 16);
}
