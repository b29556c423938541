package throttlelab.engine.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import throttlelab.engine.InputException;

/// The lessons of a folder.
///
/// @param lessons those that can be used, by the names of their files
/// @param refused why others cannot, one sentence each
public record Lessons(List<Lesson> lessons, List<InputException> refused) {

    private static final String ENDING = ".md";
    private static final String NO_LESSON = "readme.md";

    /// @throws NullPointerException if a list is null or holds null
    public Lessons {
        lessons = List.copyOf(lessons);
        refused = List.copyOf(refused);
    }

    /// Reads every file of Markdown in a folder but its README. One that cannot be used keeps no other from being read.
    ///
    /// @throws InputException if the folder cannot be read
    public static Lessons in(Path folder) {
        List<Lesson> lessons = new ArrayList<>();
        List<InputException> refused = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                lessons.add(Lesson.read(file));
            } catch (InputException e) {
                refused.add(e);
            }
        }
        return new Lessons(lessons, refused);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                return name.endsWith(ENDING) && !name.equals(NO_LESSON);
            }).sorted().toList();
        } catch (IOException e) {
            throw new InputException("The folder of lessons " + folder + " could not be read, the system says '"
                    + e.getMessage() + "': check the folder and its permissions.", e);
        }
    }
}
