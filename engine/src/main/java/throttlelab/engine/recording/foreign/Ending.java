package throttlelab.engine.recording.foreign;

/// Why an answer ends where it does.
public enum Ending {

    /// The model ended it, or came upon a text at which it was to stop.
    STOPPED,

    /// As many tokens had come as were asked for.
    CUT,

    /// The server does not say.
    UNKNOWN
}
