package throttlelab.engine.lesson;

import java.nio.file.Path;
import throttlelab.engine.model.Model;

/// What the tests of lessons run.
final class LessonModel {

    private static Model shipped;

    private LessonModel() {
    }

    static Path samples() {
        return Path.of(System.getProperty("throttlelab.samples", "../samples"));
    }

    /// The model that comes with the lab, loaded once.
    static synchronized Model shipped() {
        if (shipped == null) {
            shipped = Model.load(samples().resolve("fractalmoe-30m"));
        }
        return shipped;
    }

    static int[] prompt() {
        return shipped().tokenizer().encodePrompt("There was once a quiet robot called Ben.");
    }
}
