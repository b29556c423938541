package throttlelab.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Prompt;

/// What is to be measured.
///
/// @param model the checkpoint's folder
/// @param prompts texts to go on from
/// @param tokens how many tokens after each
/// @param batch how many prompts run together in the batch measurements
/// @param settings partition and workers
/// @param repeat how often each measurement is made; one more, uncounted, warms the JVM up
/// @param bet what was laid down, if the whole bet is to be timed as well
/// @param curves whether to measure along workers, batch and context as well
public record BenchPlan(Path model, List<Prompt> prompts, int tokens, int batch, FederationSettings settings,
        int repeat, Optional<Criteria> bet, boolean curves) {

    /// How many prompts run one after another in a measurement of one stream.
    static final int STREAMS = 8;

    /// @throws NullPointerException if the list is null or holds null
    public BenchPlan {
        prompts = List.copyOf(prompts);
    }
}
