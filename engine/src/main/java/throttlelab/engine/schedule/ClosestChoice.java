package throttlelab.engine.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;

/// The place where the next token was chosen by the smallest margin: where a changed sum has the best chance to change
/// a token, too.
///
/// @param prompt index of the prompt
/// @param position index of the token after it, from 1
/// @param margin distance of its logit to the second-best
/// @param tokens the prompt and what came after it, up to two before that token: the first new token after these is
///         the one before it
public record ClosestChoice(int prompt, int position, float margin, int[] tokens) {

    /// Generates some tokens after each prompt and looks for the closest choice from the second token on.
    ///
    /// @param prompts token ids of each prompt, begin token first
    /// @param tokens how many to generate, at least 2
    /// @throws InterruptedException if the calling thread is interrupted
    public static ClosestChoice among(Model model, List<int[]> prompts, int tokens) throws InterruptedException {
        FederationSettings settings = FederationSettings.DEFAULT;
        try (Federation federation = Federation.open(model, settings, new Throttle(Profiles.NONE, settings.workers()))) {
            List<GeneratedStream> streams = federation.run(prompts, tokens, RunListener.NONE);
            int prompt = 0;
            int position = 1;
            for (int p = 0; p < streams.size(); p++) {
                for (int t = 1; t < tokens; t++) {
                    if (streams.get(p).margins()[t] < streams.get(prompt).margins()[position]) {
                        prompt = p;
                        position = t;
                    }
                }
            }
            GeneratedStream found = streams.get(prompt);
            return new ClosestChoice(prompt, position, found.margins()[position],
                    IntStream.concat(Arrays.stream(prompts.get(prompt)),
                            Arrays.stream(found.tokens(), 0, position - 1)).toArray());
        }
    }
}
