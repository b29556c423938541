package throttlelab.engine.lesson;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a lesson's file says: `1-stage-barrier.md` is the lesson `1-stage-barrier`, and
/// `1-stage-barrier.de.md` is the same lesson in German.
///
/// @param path the file
/// @param id what the lesson goes by, in every language
/// @param language two letters, such as `de`; empty for a file that names none
record LessonFile(Path path, String id, String language) {

    private static final String ENDING = ".md";
    private static final String NO_LESSON = "readme";
    private static final Pattern TRANSLATED = Pattern.compile("(.+)\\.([a-zA-Z]{2})");

    static LessonFile of(Path path) {
        String name = path.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        Matcher translated = TRANSLATED.matcher(stem);
        return translated.matches()
                ? new LessonFile(path, translated.group(1), translated.group(2).toLowerCase(Locale.ROOT))
                : new LessonFile(path, stem, "");
    }

    /// Whether a file is meant to be a lesson.
    static boolean isLesson(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
                && !of(path).id.equalsIgnoreCase(NO_LESSON);
    }
}
