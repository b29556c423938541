package throttlelab.engine.lesson;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.throttle.Tempo;

/// How a step sets the lab up.
public sealed interface StepSetup {

    /// A run that somebody watches.
    ///
    /// @param prompt id of one of the lab's prompts; empty for the first
    /// @param tokens how many tokens it generates
    /// @param tempo full speed or slow motion
    /// @param partition how the model is divided
    /// @param policy what happens at a barrier
    /// @param beside the policy of a second run beside it, if there is one
    /// @param profile name of a throttle profile that comes with the lab; empty where `factors` say it
    /// @param factors each worker's factor; empty where a profile says it
    /// @param wrong one of these is wrong with it, chosen at random; empty for a sound one
    record Live(String prompt, int tokens, Tempo tempo, PartitionKind partition, CombinePolicy policy,
            Optional<CombinePolicy> beside, String profile, List<Double> factors, List<Defect> wrong)
            implements StepSetup {

        /// @throws NullPointerException if a list is null or holds null
        public Live {
            factors = List.copyOf(factors);
            wrong = List.copyOf(wrong);
        }
    }

    /// The bet.
    ///
    /// @param prompts how many prompts
    /// @param tokens how many tokens after each
    /// @param profiles names of the throttle profiles
    /// @param policy what happens at a barrier
    record Bet(int prompts, int tokens, List<String> profiles, CombinePolicy policy) implements StepSetup {

        /// @throws NullPointerException if the list is null or holds null
        public Bet {
            profiles = List.copyOf(profiles);
        }
    }
}
