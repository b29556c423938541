package throttlelab.fxml.lessons;

/// A lesson in the list.
///
/// @param id what it goes by
/// @param title its title
/// @param done how many of its steps are done
/// @param steps how many it has
/// @param own whether it comes from the person's own folder
record LessonItem(String id, String title, int done, int steps, boolean own) {

    /// Whether all of it is done.
    boolean finished() {
        return done == steps;
    }
}
