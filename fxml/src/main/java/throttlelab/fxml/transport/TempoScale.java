package throttlelab.fxml.transport;

/// The steps of the tempo slider: from a stage a second up to full speed, each step about a third faster, in numbers
/// that a person can say.
final class TempoScale {

    /// Milliseconds of nominal work a stage; 0 is full speed.
    private static final double[] MILLIS =
            {1000, 700, 500, 350, 250, 200, 150, 100, 70, 50, 35, 25, 20, 15, 10, 7, 5, 3, 2, 1, 0};

    private TempoScale() {
    }

    /// The last step, full speed.
    static int last() {
        return MILLIS.length - 1;
    }

    /// The milliseconds of a step.
    static double millis(int step) {
        return MILLIS[Math.clamp(step, 0, last())];
    }

    /// The step nearest to a tempo, by ratio.
    static int step(double millis) {
        if (millis <= 0) {
            return last();
        }
        int best = 0;
        for (int step = 1; step < last(); step++) {
            if (distance(step, millis) < distance(best, millis)) {
                best = step;
            }
        }
        return best;
    }

    private static double distance(int step, double millis) {
        return Math.abs(Math.log(MILLIS[step] / millis));
    }
}
