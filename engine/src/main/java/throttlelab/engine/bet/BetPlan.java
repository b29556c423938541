package throttlelab.engine.bet;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// What a bet is asked to run.
///
/// Every profile is compared with `none`; so `none` always runs, and runs first, whether the list names it or not.
///
/// @param prompts what to go on from
/// @param tokens how many tokens to generate after each prompt
/// @param profiles the throttle profiles, `none` first
/// @param federation partition, workers, policy, tempo: the same for all profiles
/// @param batch how many prompts run together
/// @param repeat how often every profile is run
public record BetPlan(List<Prompt> prompts, int tokens, List<ThrottleProfile> profiles, FederationSettings federation,
        int batch, int repeat) {

    private static final int MOST_REPEATS = 1_000;

    /// @throws UsageException if there is nothing to run, or two prompts or profiles go by the same name
    public BetPlan {
        prompts = List.copyOf(prompts);
        profiles = noneFirst(profiles);
        require(!prompts.isEmpty(), Sentence.of("bet.a-bet-needs-at-least"));
        require(tokens >= 1, Sentence.of("bet.a-bet-needs-at-least-one", tokens));
        require(batch >= 1, Sentence.of("bet.a-batch-holds-at-least", batch));
        require(repeat >= 1 && repeat <= MOST_REPEATS, Sentence.of("bet.a-profile-can-be-run", MOST_REPEATS, repeat));
        require(prompts.stream().map(Prompt::id).distinct().count() == prompts.size(),
                Sentence.of("bet.two-prompts-have-the-same"));
        require(profiles.stream().map(ThrottleProfile::name).distinct().count() == profiles.size(),
                Sentence.of("bet.two-throttle-profiles-have-the"));
    }

    /// The first `count` of `prompts`.
    ///
    /// @throws UsageException if there are not so many
    public static List<Prompt> first(int count, List<Prompt> prompts) {
        require(count >= 1 && count <= prompts.size(), Sentence.of("bet.there-are-prompts-so-cannot", prompts.size(),
                count));
        return List.copyOf(prompts.subList(0, count));
    }

    /// All runs in order: every profile once, then every profile again.
    public List<PlannedRun> runs() {
        List<PlannedRun> runs = new ArrayList<>();
        for (int time = 1; time <= repeat; time++) {
            for (ThrottleProfile profile : profiles) {
                runs.add(new PlannedRun(profile, time));
            }
        }
        return runs;
    }

    /// How many positions are compared if nothing is left out: prompts × tokens × runs, `none` counting against itself.
    public long comparisons() {
        return (long) prompts.size() * tokens * profiles.size() * repeat;
    }

    private static List<ThrottleProfile> noneFirst(List<ThrottleProfile> profiles) {
        List<ThrottleProfile> ordered = new ArrayList<>(profiles);
        ordered.remove(Profiles.NONE);
        ordered.addFirst(Profiles.NONE);
        return List.copyOf(ordered);
    }

    private static void require(boolean holds, Sentence sentence) {
        if (!holds) {
            throw new UsageException(sentence);
        }
    }
}
