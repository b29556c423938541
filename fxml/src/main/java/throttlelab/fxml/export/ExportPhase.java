package throttlelab.fxml.export;

/// How an export stands.
public enum ExportPhase {

    /// Nothing has been written yet.
    CHOOSING,

    /// A report is being made and written.
    WRITING,

    /// It was asked to end.
    STOPPING,

    /// The report lies where it was wanted.
    DONE,

    /// It was ended; nothing was written.
    STOPPED,

    /// It failed; nothing was written.
    FAILED;

    /// Whether it goes on.
    public boolean active() {
        return this == WRITING || this == STOPPING;
    }
}
