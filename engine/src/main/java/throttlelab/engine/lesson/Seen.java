package throttlelab.engine.lesson;

import java.util.Optional;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.digest.Sha256;

/// All that somebody has seen in a step so far.
///
/// @param first the run; nothing before there is one
/// @param second the one beside it, if there is one
/// @param auditBefore audit digest of the last complete run of an earlier step of the lesson
/// @param evidence how the run's audit log differs from that of a sound federation, where one was asked for
/// @param bet the bet, once it has ended
public record Seen(Optional<Sight> first, Optional<Sight> second, Optional<Sha256> auditBefore,
        Optional<Evidence> evidence, Optional<BetResult> bet) {

    /// Nothing yet.
    public static final Seen NOTHING =
            new Seen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
