package throttlelab.engine.bet;

import throttlelab.engine.comparison.Comparison;

/// Watches a bet. Called on the thread that runs it, a token at a time: it must be quick, and whatever it does cannot
/// change the result.
public interface BetListener {

    /// Watches nothing.
    BetListener NONE = new BetListener() { };

    /// The code is warmed up, for a second or some; nothing of it is kept.
    default void onWarmUp() {
    }

    /// A run begins.
    default void onRunBegun(PlannedRun run, BetProgress progress) {
    }

    /// A token has come.
    default void onToken(BetProgress progress) {
    }

    /// A run has ended, or was stopped.
    ///
    /// @param comparison how it differs from the first run of `none`
    default void onRunEnded(ProfileRun run, Comparison comparison, BetProgress progress) {
    }
}
