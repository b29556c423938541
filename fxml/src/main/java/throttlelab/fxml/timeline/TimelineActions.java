package throttlelab.fxml.timeline;

/// What a person can do with a timeline. Times are nanoseconds since the run began, pauses of the run left out.
public interface TimelineActions {

    /// The lanes have become so many pixels wide.
    void resize(int pixels);

    /// Moves the view so that it begins at a time; it no longer follows the run, unless that is its end.
    void moveTo(long start);

    /// Shows `factor` times as much time, less if it is below 1; what is at `anchor` stays where it is.
    void zoom(double factor, long anchor);

    /// Shows the whole run.
    void whole();

    /// Moves the cursor by a number of stages.
    void step(int stages);

    /// Moves the cursor to the first stage.
    void first();

    /// Goes back to the present: no stage is selected, and the view follows the run.
    void last();

    /// Selects the stage at a time.
    void pick(long time);

    /// Selects the stage at the cursor.
    void pickCursor();

    /// Selects no stage.
    void unpick();

    /// Asks what is at a time in a worker's lane.
    void look(long time, int worker);

    /// Asks no longer.
    void lookAway();
}
