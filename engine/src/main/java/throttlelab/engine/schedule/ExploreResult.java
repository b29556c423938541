package throttlelab.engine.schedule;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.federation.CombinePolicy;

/// What a seeded search under a virtual clock found.
///
/// @param policy how stages were combined
/// @param seed of the first profile; each next one has the next seed
/// @param runs how many profiles were asked for
/// @param done how many were run: fewer if it was stopped, or if a broken policy failed
/// @param prompts how many prompts each ran
/// @param tokens how many tokens after each
/// @param streams streams compared with that of the unthrottled run under the same policy
/// @param different how many of them differed from it in tokens or in bits
/// @param uniqueOutputs the most distinct streams for any one prompt, that of the unthrottled run included
/// @param failure the first seed that failed, and what it shrinks to
/// @param ordersSeen how many orders of arrival were seen at a barrier where all had arrived
/// @param orders how many there are
/// @param stages stages passed
/// @param simulatedNanos simulated time of all profiles but those with a stall
/// @param stallNanos simulated time of those with a stall
/// @param nanos real time of the search, shrinking left out
/// @param memory what was not computed again
public record ExploreResult(CombinePolicy policy, long seed, int runs, int done, int prompts, int tokens, long streams,
        long different, int uniqueOutputs, Optional<Failure> failure, int ordersSeen, int orders, long stages,
        long simulatedNanos, long stallNanos, long nanos, Remembered memory) {

    /// Contributions remembered by content address.
    ///
    /// @param hits how often one was known
    /// @param computed how many were computed
    /// @param recomputed how many that were known were computed again and compared
    /// @param different how many of these differed
    public record Remembered(long hits, long computed, long recomputed, long different) {
    }

    /// A profile under which a stream is not that of the unthrottled run.
    ///
    /// @param seed the profile's: with it alone the failure comes again
    /// @param profile its name
    /// @param prompt index of the first prompt that failed
    /// @param position first position that differs, from 0
    /// @param expectedToken the token there without throttle
    /// @param token the token under the profile
    /// @param expectedLogprob its log-probability without throttle
    /// @param logprob the one under the profile
    /// @param slowdowns how many slowdowns the profile had up to there
    /// @param smallest the smallest ones that still fail: none can be left out, none can be a nanosecond shorter;
    ///         empty if shrinking was stopped, or if nothing fails once nothing is remembered
    /// @param trials how many runs that took
    public record Failure(long seed, String profile, int prompt, int position, int expectedToken, int token,
            float expectedLogprob, float logprob, int slowdowns, List<Slowdown> smallest, int trials) {

        /// @throws NullPointerException if the list is null or holds null
        public Failure {
            smallest = List.copyOf(smallest);
        }
    }

    /// Simulated over real time, the stall profiles' simulated time left out and their real time counted.
    public double rate() {
        return nanos == 0 ? 0 : (double) simulatedNanos / nanos;
    }

    /// Whether all that was to be run was run, and nothing differed.
    public boolean holds() {
        return done == runs && different == 0 && memory.different() == 0;
    }
}
