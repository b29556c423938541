package throttlelab.engine.bet;

import static throttlelab.engine.throttle.Profiles.NONE;
import static throttlelab.engine.throttle.Profiles.RAMP;
import static throttlelab.engine.throttle.Profiles.STEADY;

import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.seal.SealedJson;

/// Result files that no model ever gave, for tests of what is made of them.
public final class ForgedResults {

    private ForgedResults() {
    }

    public static byte[] strict() {
        return file(new ForgedFederations(), Bets.plan(NONE, STEADY, RAMP));
    }

    /// Steady differs in bits, ramp in tokens.
    public static byte[] catastrophic() {
        return file(new ForgedFederations().stream("steady", "one", stream -> Forged.nudged(stream, 1, 3))
                .stream("ramp", "two", stream -> Forged.flipped(stream, 2)), Bets.plan(NONE, STEADY, RAMP));
    }

    public static byte[] underMajority() {
        return file(new ForgedFederations().stream("steady", "one", stream -> Forged.flipped(stream, 0)),
                Bets.plan(CombinePolicy.MAJORITY, 2, 2, NONE, STEADY));
    }

    static byte[] file(ForgedFederations federations, BetPlan plan, Recording... baselines) {
        try {
            BetResult result = Bets.run(federations, plan, baselines);
            return SealedJson.of(json -> ResultFile.members(json, result));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
