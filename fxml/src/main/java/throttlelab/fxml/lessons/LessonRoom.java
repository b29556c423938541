package throttlelab.fxml.lessons;

/// Where a lesson goes on.
public enum LessonRoom {

    /// On its page.
    LESSONS,

    /// In the tab Live.
    LIVE,

    /// In the tab Bet.
    BET
}
