package throttlelab.fxml.bet;

/// How much one worker was to be slowed down, and how much it was.
///
/// @param worker its number, from 0
/// @param set the factor set
/// @param measured the factor measured; not a number until it is known
public record WorkerSlowdown(int worker, double set, double measured) {

    /// Whether it has been measured.
    public boolean known() {
        return !Double.isNaN(measured);
    }

    /// The larger of both, as far as they are known.
    double larger() {
        return known() ? Math.max(set, measured) : set;
    }
}
