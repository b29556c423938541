package throttlelab.fxml.lessons;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How far a person is in each lesson, in a map of texts that outlives the window. What cannot be read there is as if it
/// had never been written.
final class LessonPlaces {

    private static final String CURRENT = "lessons.current";
    private static final String FOLDER = "lessons.folder";
    private static final String PLACE = "lessons.place.";

    /// How far a person is in one lesson.
    ///
    /// @param step the step they are at, from 0
    /// @param done the steps that are done
    record Place(int step, Set<Integer> done) {

        static final Place START = new Place(0, Set.of());

        Place at(int other) {
            return new Place(other, done);
        }

        Place with(int finished) {
            Set<Integer> more = new TreeSet<>(done);
            more.add(finished);
            return new Place(step, more);
        }
    }

    private final Map<String, String> kept;

    LessonPlaces(Map<String, String> kept) {
        this.kept = kept;
    }

    /// The lesson that was open last.
    Optional<String> current() {
        return Optional.ofNullable(kept.get(CURRENT));
    }

    void current(String lesson) {
        kept.put(CURRENT, lesson);
    }

    /// The person's own folder of lessons.
    Optional<String> folder() {
        return Optional.ofNullable(kept.get(FOLDER));
    }

    void folder(String path) {
        kept.put(FOLDER, path);
    }

    /// How far a person is.
    Place of(String lesson) {
        String[] parts = kept.getOrDefault(PLACE + lesson, "").split(":", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,3}") || !parts[1].matches("(\\d{1,3}(,\\d{1,3})*)?")) {
            return Place.START;
        }
        Set<Integer> done = parts[1].isEmpty() ? Set.of()
                : Arrays.stream(parts[1].split(",")).map(Integer::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return new Place(Integer.parseInt(parts[0]), done);
    }

    void keep(String lesson, Place place) {
        kept.put(PLACE + lesson, place.step() + ":"
                + place.done().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
}
