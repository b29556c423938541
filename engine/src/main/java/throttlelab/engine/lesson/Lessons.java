package throttlelab.engine.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;

/// The lessons of a folder, in one language.
///
/// @param lessons those that can be used, by their ids
/// @param refused why files cannot be used, one sentence each
public record Lessons(List<Lesson> lessons, List<InputException> refused) {

    /// @throws NullPointerException if a list is null or holds null
    public Lessons {
        lessons = List.copyOf(lessons);
        refused = List.copyOf(refused);
    }

    /// Reads every file of Markdown in a folder but its README. One that cannot be used keeps no other from being read.
    ///
    /// Where a lesson has a text in the wanted language, in a file such as `name.de.md` beside `name.md`, this is the
    /// lesson; elsewhere it is as it was written. A translation without an original is a lesson of its own.
    ///
    /// @param language two letters, such as `de`
    /// @throws InputException if the folder cannot be read
    public static Lessons in(Path folder, String language) {
        Map<String, Translations> byId = new TreeMap<>();
        List<InputException> refused = new ArrayList<>();
        for (Path path : files(folder)) {
            LessonFile file = LessonFile.of(path);
            try {
                Lesson lesson = Lesson.read(path);
                byId.computeIfAbsent(file.id(), id -> new Translations()).add(file, lesson);
            } catch (InputException e) {
                refused.add(e);
            }
        }
        List<Lesson> lessons = byId.values().stream().map(texts -> texts.in(language, refused)).toList();
        return new Lessons(lessons, refused);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(LessonFile::isLesson).sorted().toList();
        } catch (IOException e) {
            throw new InputException(Sentence.of("lesson.the-folder-of-lessons-could", folder, e.getMessage()), e);
        }
    }
}
