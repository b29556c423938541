package throttlelab.engine.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import throttlelab.engine.model.Prompt;

/// Recordings as large as one likes, whose streams look like real ones: the same seed gives the same numbers.
public final class Synthetic {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz     ";

    private Synthetic() {
    }

    /// `prompts` streams of `tokens` tokens each.
    public static Recording recording(String profile, int prompts, int tokens) {
        SplittableRandom random = new SplittableRandom(45);
        List<RecordedPrompt> recorded = new ArrayList<>();
        for (int i = 0; i < prompts; i++) {
            recorded.add(new RecordedPrompt(new Prompt("synthetic-" + i, text(random, 12)),
                    random.ints(12, 0, 1024).toArray(), stream(random, tokens)));
        }
        return Forged.recording(profile, Forged.setup(tokens), recorded.toArray(RecordedPrompt[]::new));
    }

    /// The same, but that every `every`-th prompt has, from the middle on, a nudged log-probability and then another token.
    public static Recording parted(Recording recording, int every) {
        List<RecordedPrompt> prompts = new ArrayList<>(recording.prompts());
        for (int i = 0; i < prompts.size(); i += every) {
            RecordedPrompt prompt = prompts.get(i);
            int middle = prompt.stream().length() / 2;
            prompts.set(i, new RecordedPrompt(prompt.prompt(), prompt.promptTokens(),
                    Forged.flipped(Forged.nudged(prompt.stream(), middle, 3), middle + 1)));
        }
        return Forged.recording("parted", recording.setup(), prompts.toArray(RecordedPrompt[]::new));
    }

    private static TokenStream stream(SplittableRandom random, int tokens) {
        float[] logprobs = new float[tokens];
        float[] margins = new float[tokens];
        for (int i = 0; i < tokens; i++) {
            logprobs[i] = (float) Math.log(1 - random.nextDouble());
            margins[i] = (float) (8 * random.nextDouble() * random.nextDouble());
        }
        return new TokenStream(random.ints(tokens, 0, 1024).toArray(), text(random, 3 * tokens), logprobs, margins);
    }

    private static String text(SplittableRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
