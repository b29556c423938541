package throttlelab.engine.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import throttlelab.engine.InputException;

/// One lesson in the languages that there are of it. They may differ in their words only: whoever goes on with it in
/// another language must be at the same step of the same lesson.
final class Translations {

    private final Map<String, Text> byLanguage = new TreeMap<>();

    /// A text of the lesson.
    private record Text(LessonFile file, Lesson lesson) {
    }

    /// Adds the text of a file.
    ///
    /// @throws InputException if there is one in this language already
    void add(LessonFile file, Lesson lesson) {
        Text other = byLanguage.putIfAbsent(file.language(), new Text(file, lesson));
        if (other != null) {
            throw new InputException(file.path() + " cannot be used: " + other.file.path().getFileName()
                    + " is the same lesson in the same language: rename one of them.");
        }
    }

    /// The lesson in a language; as it was written where there is no such text, or one that is another lesson.
    ///
    /// @param refused takes what is wrong with any of the translations
    Lesson in(String language, List<InputException> refused) {
        // What names no language comes first; where each names one, the first of them is as good as any.
        List<Text> texts = new ArrayList<>(byLanguage.values());
        Text original = texts.getFirst();
        for (Text text : texts) {
            difference(original.lesson, text.lesson).ifPresent(what -> {
                refused.add(new InputException(text.file.path() + " cannot be used: " + what + " than in "
                        + original.file.path().getFileName() + ": translate the words and leave all else as it is."));
                byLanguage.remove(text.file.language());
            });
        }
        return byLanguage.getOrDefault(language, original).lesson;
    }

    private static Optional<String> difference(Lesson original, Lesson translation) {
        if (original.steps().size() != translation.steps().size()) {
            return Optional.of("there are other steps");
        }
        for (int i = 0; i < original.steps().size(); i++) {
            LessonStep one = original.steps().get(i);
            LessonStep other = translation.steps().get(i);
            String what = !one.setup().equals(other.setup()) ? "the set-up"
                    : !one.expected().equals(other.expected()) ? "what is expected"
                    : !sameAnswers(one, other, LessonStep::predict) ? "the answers under 'Predict'"
                    : !sameAnswers(one, other, LessonStep::decide) ? "the answers under 'Decide'" : "";
            if (!what.isEmpty()) {
                return Optional.of("in step " + (i + 1) + " " + what + (what.endsWith("'") ? " are others" : " is another"));
            }
        }
        return Optional.empty();
    }

    private static boolean sameAnswers(LessonStep one, LessonStep other, Function<LessonStep, Optional<Question>> question) {
        return question.apply(one).map(Translations::answers).equals(question.apply(other).map(Translations::answers));
    }

    /// The answers without their words.
    private static List<Question.Choice> answers(Question question) {
        return question.choices().stream()
                .map(choice -> new Question.Choice(List.of(), choice.right(), choice.defect())).toList();
    }
}
