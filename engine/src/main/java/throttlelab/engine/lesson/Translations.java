package throttlelab.engine.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;

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
            throw new InputException(Sentence.of("lesson.translated-twice", file.path(),
                    other.file.path().getFileName()));
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
                refused.add(new InputException(Sentence.of("lesson.translation-differs", text.file.path(), what,
                        original.file.path().getFileName())));
                byLanguage.remove(text.file.language());
            });
        }
        return byLanguage.getOrDefault(language, original).lesson;
    }

    private static Optional<Sentence> difference(Lesson original, Lesson translation) {
        if (original.steps().size() != translation.steps().size()) {
            return Optional.of(Sentence.of("lesson.other-steps"));
        }
        for (int i = 0; i < original.steps().size(); i++) {
            LessonStep one = original.steps().get(i);
            LessonStep other = translation.steps().get(i);
            if (!one.setup().equals(other.setup())) {
                return Optional.of(Sentence.of("lesson.other-set-up", i + 1));
            }
            if (!one.expected().equals(other.expected())) {
                return Optional.of(Sentence.of("lesson.other-expected", i + 1));
            }
            if (!sameAnswers(one, other, LessonStep::predict)) {
                return Optional.of(Sentence.of("lesson.other-predict", i + 1));
            }
            if (!sameAnswers(one, other, LessonStep::decide)) {
                return Optional.of(Sentence.of("lesson.other-decide", i + 1));
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
