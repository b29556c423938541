package throttlelab.fxml.lessons;

import throttlelab.engine.lesson.Lesson;

/// A lesson that can be chosen.
///
/// @param id what it goes by in the list, the same in every language
/// @param lesson the lesson
/// @param own whether it comes from the person's own folder
record ListedLesson(String id, Lesson lesson, boolean own) {

    private static final String OWN = "own/";

    static ListedLesson shipped(Lesson lesson) {
        return new ListedLesson(lesson.id(), lesson, false);
    }

    static ListedLesson own(Lesson lesson) {
        return new ListedLesson(OWN + lesson.id(), lesson, true);
    }

    int steps() {
        return lesson.steps().size();
    }
}
