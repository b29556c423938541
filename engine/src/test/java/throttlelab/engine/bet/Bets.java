package throttlelab.engine.bet;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.throttle.Tempo;

/// Small bets for tests.
final class Bets {

    static final int TOKENS = 5;
    static final List<Prompt> PROMPTS = List.of(new Prompt("p1", "one"), new Prompt("p2", "two"),
            new Prompt("p3", "three"));
    static final Criteria CRITERIA =
            Criteria.read(Path.of(System.getProperty("throttlelab.samples"), "bet", "45_throttle.criteria.json"));
    static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00.5Z"));

    private Bets() {
    }

    static BetPlan plan(ThrottleProfile... profiles) {
        return plan(CombinePolicy.CONTENT_ADDRESSED, 2, 1, profiles);
    }

    static BetPlan plan(CombinePolicy policy, int batch, int repeat, ThrottleProfile... profiles) {
        return new BetPlan(PROMPTS, TOKENS, List.of(profiles),
                new FederationSettings(PartitionKind.SLICED, 8, policy, Tempo.FULL), batch, repeat);
    }

    static BetResult run(ForgedFederations federations, ThrottleProfile... profiles) throws InterruptedException {
        return run(federations, plan(profiles));
    }

    static BetResult run(ForgedFederations federations, BetPlan plan, Recording... baselines)
            throws InterruptedException {
        return new Bet(federations, plan, CRITERIA, List.of(baselines), TIME).run(BetListener.NONE);
    }

    static BetResult strict() throws InterruptedException {
        return run(new ForgedFederations(), Profiles.NONE, Profiles.STEADY, Profiles.RAMP);
    }
}
