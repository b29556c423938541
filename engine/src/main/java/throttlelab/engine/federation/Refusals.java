package throttlelab.engine.federation;

/// Contributions that a barrier refused, by reason. None of them changed anything.
///
/// @param duplicate the slot had locked already
/// @param stale it belonged to a stage that had passed
/// @param foreign no stage of the run had asked for it
/// @param corrupted its checksum did not fit its address and payload
public record Refusals(long duplicate, long stale, long foreign, long corrupted) {

    /// All of them.
    public long total() {
        return duplicate + stale + foreign + corrupted;
    }
}
