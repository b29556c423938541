package throttlelab.engine.bet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.words.Sentence;

/// The recordings that were chosen to compare with.
public final class Baselines {

    private Baselines() {
    }

    /// All recordings in a folder, by file name; none if there is no such folder.
    ///
    /// @throws InputException if one cannot be read: a damaged baseline must not pass for one that does not fit
    public static List<Recording> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.(json|tlab)")).sorted()
                    .map(RecordingFile::read).toList();
        } catch (IOException e) {
            throw new InputException(Sentence.of("bet.the-folder-of-baselines-could", folder, e.getMessage()), e);
        }
    }

    /// The baseline that fits and has the most positions in common with a bet, the first of several.
    ///
    /// One fits if it was made under the content-addressed policy, by the same model, tokenizer and contract on
    /// numbers, if some of its prompts are in the bet, and if none has another text there than its id had then.
    static Optional<Recording> fitting(List<Recording> baselines, ModelIdentity model, String numerics, BetPlan plan) {
        return baselines.stream().filter(baseline -> fits(baseline, model, numerics, plan.prompts()))
                .max(Comparator.comparingLong(baseline -> common(baseline, plan)));
    }

    /// How the first run of `none` differs from `baseline`: common prompts, and of each the common number of tokens.
    static BaselineComparison compare(Recording baseline, List<RecordedPrompt> reference) {
        return new BaselineComparison(baseline.id(), Comparison.ofCommon(baseline.prompts(), reference));
    }

    private static boolean fits(Recording baseline, ModelIdentity model, String numerics, List<Prompt> prompts) {
        if (baseline.setup().federation().policy() != CombinePolicy.CONTENT_ADDRESSED
                || !baseline.setup().model().sameAs(model) || !baseline.setup().numerics().equals(numerics)) {
            return false;
        }
        Map<String, String> texts = new HashMap<>();
        baseline.prompts().forEach(prompt -> texts.put(prompt.id(), prompt.prompt().text()));
        List<Prompt> common = prompts.stream().filter(prompt -> texts.containsKey(prompt.id())).toList();
        return !common.isEmpty() && common.stream().allMatch(p -> p.text().equals(texts.get(p.id())));
    }

    private static long common(Recording baseline, BetPlan plan) {
        Map<String, Integer> lengths = new HashMap<>();
        baseline.prompts().forEach(prompt -> lengths.put(prompt.id(), prompt.stream().length()));
        return plan.prompts().stream()
                .mapToLong(prompt -> Math.min(plan.tokens(), lengths.getOrDefault(prompt.id(), 0))).sum();
    }
}
