package throttlelab.engine.lesson;

import java.nio.file.Path;
import java.util.List;
import throttlelab.engine.InputException;

/// A lesson.
///
/// @param id what it goes by, in every language: its file's name without the ending and the language before it
/// @param title its title
/// @param about what it is about
/// @param steps what it leads through, in order; at least one
public record Lesson(String id, String title, List<Prose> about, List<LessonStep> steps) {

    /// The lesson in a file.
    ///
    /// @throws InputException if it cannot be read or is not one; names file and line
    public static Lesson read(Path file) {
        return LessonReader.read(file);
    }

    /// @throws NullPointerException if a list is null or holds null
    public Lesson {
        about = List.copyOf(about);
        steps = List.copyOf(steps);
    }
}
