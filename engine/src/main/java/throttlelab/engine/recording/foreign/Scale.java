package throttlelab.engine.recording.foreign;

/// What the numbers of an answer are.
public enum Scale {

    /// Natural logarithms of probabilities, as decimals.
    LOGPROB("log-probabilities"),

    /// Probabilities, as decimals.
    PROBABILITY("probabilities"),

    /// Natural logarithms of probabilities, as floats of a recording of ours: each is printed as the shortest decimal
    /// that reads back to it.
    FLOAT("log-probabilities");

    private final String title;

    Scale(String title) {
        this.title = title;
    }

    /// Their name for eyes.
    public String title() {
        return title;
    }
}
