package throttlelab.fxml.lessons;

import throttlelab.engine.lesson.Lesson;

/// A lesson that can be chosen.
///
/// @param id what it goes by in the list, the same in every language
/// @param lesson the lesson
/// @param own whether it comes from the person's own folder
record ListedLessonViewModel(String id, Lesson lesson, boolean own) {

    private static final String OWN = "own/";

    static ListedLessonViewModel shipped(Lesson lesson) {
        return new ListedLessonViewModel(lesson.id(), lesson, false);
    }

    static ListedLessonViewModel own(Lesson lesson) {
        return new ListedLessonViewModel(OWN + lesson.id(), lesson, true);
    }

    int steps() {
        return lesson.steps().size();
    }
}
