package throttlelab.app.bench;

/// What one of two ways costs more than the other, measured in turns.
///
/// @param mean of the turns: 0.1 is a tenth more
/// @param halfWidth of the 95 % confidence interval around it, by Student's distribution; infinite for one turn
/// @param turns how many there were
public record Paired(double mean, double halfWidth, int turns) {

    /// The 97.5 % quantiles of Student's distribution, from one degree of freedom on.
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201,
        2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052,
        2.048, 2.045, 2.042};
    private static final double NORMAL = 1.960;

    /// How much more `costly` takes than `base`, turn by turn.
    ///
    /// @throws IllegalArgumentException if there is no turn, or not as many of both
    static Paired of(double[] costly, double[] base) {
        if (costly.length == 0 || costly.length != base.length) {
            throw new IllegalArgumentException("turns have both ways each, and there is at least one");
        }
        int turns = costly.length;
        double mean = 0;
        for (int turn = 0; turn < turns; turn++) {
            mean += (costly[turn] / base[turn] - 1) / turns;
        }
        double squares = 0;
        for (int turn = 0; turn < turns; turn++) {
            double off = costly[turn] / base[turn] - 1 - mean;
            squares += off * off;
        }
        int freedom = turns - 1;
        double student = freedom == 0 ? Double.POSITIVE_INFINITY : freedom > STUDENT.length ? NORMAL : STUDENT[freedom - 1];
        return new Paired(mean, freedom == 0 ? student : student * Math.sqrt(squares / freedom / turns), turns);
    }
}
