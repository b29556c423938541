package throttlelab.engine.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.words.Sentence;

/// Two files of recordings or results, compared.
///
/// Two results are compared profile by profile, by name. A recording is one set of streams: it is compared with every
/// profile of a result, whatever its own profile was; that the profile does not matter is the point.
///
/// @param pairs what was compared with what
/// @param totals all together
/// @param verdict the worst divergence; VOID if there is none and something is missing, or both files are the same one
/// @param sayings why nothing, or not everything, could be measured
public record FileComparison(List<Pair> pairs, Totals totals, Verdict verdict, List<Sentence> sayings) {

    /// A file that is compared with itself cannot differ, and what cannot fail shows nothing.
    private static final Sentence ITSELF = Sentence.of("comparison.both-are-the-same-file");

    /// Two recordings and how they differ.
    ///
    /// @param expected from the first file
    /// @param actual from the second file
    /// @param comparison how they differ
    public record Pair(Recording expected, Recording actual, Comparison comparison) {
    }

    /// @throws NullPointerException if a list is null or holds null
    public FileComparison {
        pairs = List.copyOf(pairs);
        sayings = List.copyOf(sayings);
    }

    /// The sayings in English.
    public List<String> voidReasons() {
        return sayings.stream().map(Sentence::english).toList();
    }

    /// Compares two files.
    ///
    /// @throws InputException if one of them has no streams; or if they come from different models, tokenizers or
    ///         contracts on numbers, or have different prompts under the same id: then equal streams would be chance
    /// @throws UsageException if they have no profile in common
    public static FileComparison of(RecordedRuns a, RecordedRuns b) {
        refuseEmpty(a);
        refuseEmpty(b);
        List<Pair> pairs = new ArrayList<>();
        for (Recording expected : a.recordings()) {
            for (Recording actual : b.recordings()) {
                if (!a.result() || !b.result() || expected.profile().equals(actual.profile())) {
                    refuseStrangers(a, expected, b, actual);
                    int length = Math.max(expected.setup().tokens(), actual.setup().tokens());
                    pairs.add(new Pair(expected, actual,
                            Comparison.of(expected.prompts(), actual.prompts(), length)));
                }
            }
        }
        if (pairs.isEmpty()) {
            throw new UsageException(Sentence.of("comparison.and-have-no-profile-in", a.file(), b.file()));
        }
        Totals totals = pairs.stream().map(p -> p.comparison().totals()).reduce(Totals.NOTHING, Totals::plus);
        List<Sentence> reasons = new ArrayList<>();
        if (a.digest().equals(b.digest())) {
            reasons.add(ITSELF);
        }
        if (totals.missing() > 0 || totals.comparisons() == 0) {
            reasons.add(Sentence.of("comparison.incomplete", Sentence.number("%,d", totals.missing()),
                    Sentence.number("%,d", totals.comparisons() + totals.missing())));
        }
        return new FileComparison(pairs, totals, totals.verdict().unlessVoid(reasons), reasons);
    }

    /// A bet that was stopped before its first run leaves such a file.
    private static void refuseEmpty(RecordedRuns runs) {
        if (runs.recordings().isEmpty()) {
            throw new InputException(Sentence.of("comparison.is-the-result-of-a", runs.file()));
        }
    }

    private static void refuseStrangers(RecordedRuns a, Recording expected, RecordedRuns b, Recording actual) {
        Sentence both = Sentence.of("comparison.cannot-be-compared", a.file(), b.file());
        if (!expected.setup().model().digest().equals(actual.setup().model().digest())) {
            throw new InputException(Sentence.of("comparison.they-come-from-different-models", both,
                    expected.setup().model().name(), expected.setup().model().digest().prefix(12),
                    actual.setup().model().name(), actual.setup().model().digest().prefix(12)));
        }
        if (!expected.setup().model().sameAs(actual.setup().model())) {
            throw new InputException(Sentence.of("comparison.their-prompts-were-cut-by", both,
                    expected.setup().model().tokenizerDigest().prefix(12),
                    actual.setup().model().tokenizerDigest().prefix(12)));
        }
        if (!expected.setup().numerics().equals(actual.setup().numerics())) {
            throw new InputException(Sentence.of("comparison.they-were-computed-under-different", both,
                    expected.setup().numerics(), actual.setup().numerics()));
        }
        differentText(expected, actual).ifPresent(id -> {
            throw new InputException(Sentence.of("comparison.the-prompt-is-not-the", both, id));
        });
    }

    private static Optional<String> differentText(Recording expected, Recording actual) {
        Map<String, String> texts = actual.prompts().stream()
                .collect(Collectors.toMap(RecordedPrompt::id, prompt -> prompt.prompt().text()));
        return expected.prompts().stream()
                .filter(prompt -> !texts.getOrDefault(prompt.id(), prompt.prompt().text())
                        .equals(prompt.prompt().text()))
                .map(RecordedPrompt::id).findFirst();
    }
}
