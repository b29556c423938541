package throttlelab.engine.comparison.printed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.Format;
import throttlelab.engine.recording.foreign.Scale;
import throttlelab.engine.words.Sentence;

/// Answers of other systems compared with one another, or with recordings of ours.
///
/// @param questions the prompts that two answers or more were given to
/// @param alone how many answers have none to be compared with
/// @param totals all positions together
/// @param verdict what they come to
/// @param sayings what is to be known beside it
public record PrintedComparison(List<Question> questions, int alone, PrintedTotals totals, PrintedVerdict verdict,
        List<Sentence> sayings) {

    /// @throws NullPointerException if a list is null or holds null
    public PrintedComparison {
        questions = List.copyOf(questions);
        sayings = List.copyOf(sayings);
    }

    /// The sayings in English.
    public List<String> notes() {
        return sayings.stream().map(Sentence::english).toList();
    }

    /// Compares the answers of files.
    ///
    /// @param files in the order in which they were named; the first answer to a prompt is its reference
    /// @throws InputException if tokens are told by ids in some answers and without them in others
    /// @throws UsageException if it is not clear which answers belong together
    public static PrintedComparison of(List<Answers> files, Pairing pairing) {
        Map<String, List<Answer>> groups = Prompted.groups(files, pairing);
        List<Map.Entry<String, List<Answer>>> several =
                groups.entrySet().stream().filter(group -> group.getValue().size() > 1).toList();
        // Prompts have nothing to do with each other, so that all processors can be at it.
        List<Optional<TokenIdentity>> identities =
                several.parallelStream().map(group -> TokenIdentity.of(group.getValue())).toList();
        for (int i = 0; i < several.size(); i++) {
            if (identities.get(i).isEmpty()) {
                throw incomparable(several.get(i).getValue());
            }
        }
        List<Question> questions = IntStream.range(0, several.size()).parallel()
                .mapToObj(i -> Question.of(several.get(i).getKey(), several.get(i).getValue(),
                        identities.get(i).orElseThrow())).toList();
        int alone = groups.values().stream().mapToInt(List::size).filter(size -> size == 1).sum();
        PrintedTotals totals = questions.stream().map(Question::totals)
                .reduce(PrintedTotals.NOTHING, PrintedTotals::plus);
        PrintedVerdict verdict = totals.verdict();
        boolean incomplete = alone > 0 && verdict == PrintedVerdict.SAME_AS_PRINTED;
        return new PrintedComparison(questions, alone, totals, incomplete ? PrintedVerdict.INCOMPLETE : verdict,
                notes(questions, alone, totals));
    }

    private static InputException incomparable(List<Answer> answers) {
        Answer ids = answers.stream().filter(TokenIdentity.TEXT::missing).findFirst().orElseThrow();
        Answer texts = answers.stream().filter(TokenIdentity.ID::missing).findFirst().orElseThrow();
        return new InputException(Sentence.of("comparison.and-cannot-be-compared-the", ids.name(), texts.name()));
    }

    private static List<Sentence> notes(List<Question> questions, int alone, PrintedTotals totals) {
        List<Sentence> notes = new ArrayList<>();
        if (alone > 0) {
            notes.add(Sentence.of("comparison.note-alone", alone));
        }
        if (totals.missing() > 0) {
            notes.add(Sentence.of("comparison.note-missing", totals.missing()));
        }
        if (totals.unprinted() > 0) {
            notes.add(Sentence.of("comparison.note-unprinted", totals.unprinted()));
        }
        if (any(questions, answer -> answer.scale() == Scale.PROBABILITY)
                && any(questions, answer -> answer.scale() != Scale.PROBABILITY)) {
            notes.add(Sentence.of("comparison.note-scales"));
        }
        if (questions.stream().anyMatch(question -> question.identity() == TokenIdentity.TEXT)) {
            notes.add(Sentence.of("comparison.note-texts"));
        }
        if (any(questions, answer -> answer.format() == Format.OWN)) {
            notes.add(Sentence.of("comparison.note-own"));
        }
        notes.add(Sentence.of("comparison.note-printed"));
        return notes;
    }

    private static boolean any(List<Question> questions, Predicate<Answer> test) {
        return questions.stream().flatMap(question -> question.answers().stream()).anyMatch(test);
    }
}
