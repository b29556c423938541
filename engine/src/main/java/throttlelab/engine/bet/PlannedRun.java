package throttlelab.engine.bet;

import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

/// One run of a bet: a profile, and which time it is run.
///
/// @param profile the throttle profile
/// @param repeat 1 for the first time
public record PlannedRun(ThrottleProfile profile, int repeat) {

    /// Its name in results: the profile's, or for the second time `steady#2`.
    public String name() {
        return repeat == 1 ? profile.name() : profile.name() + "#" + repeat;
    }

    /// Whether it is meant to hold workers back.
    public boolean throttled() {
        return !profile.name().equals(Profiles.NONE.name());
    }
}
