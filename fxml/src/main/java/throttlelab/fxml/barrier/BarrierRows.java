package throttlelab.fxml.barrier;

/// Where things lie in a barrier, in pixels: the top of each row and the columns of the slots.
///
/// @param em the size of text
/// @param width the whole width
/// @param columns how many columns there are
/// @param track top of the row in which a token walks, in a pipeline
/// @param slots top of the slots
/// @param slotHeight their height
/// @param names middle of the row of symbols
/// @param addresses middle of the row of addresses
/// @param gate middle of the gate
/// @param sum middle of the row of the sum
/// @param floor middle of the floor; 0 where nothing can fall
record BarrierRows(double em, double width, int columns, double track, double slots, double slotHeight, double names,
        double addresses, double gate, double sum, double floor) {

    private static final double STRIP = 1.95;
    private static final double TRACK = 1.7;
    private static final double NAMES = 1.35;
    private static final double ADDRESSES = 1.2;
    private static final double GATE = 1.55;
    private static final double SUM = 1.5;
    private static final double FLOOR = 2.1;
    private static final double GAP = 0.55;
    private static final double LEAST_SLOT = 2.2;

    static BarrierRows of(BarrierSnapshot shown, double width, double height, double em) {
        boolean walks = shown.walk() != null;
        boolean falls = shown.gate().combining() == BarrierCombining.EARLY;
        double slots = (STRIP + (walks ? TRACK : 0)) * em;
        double below = (NAMES + ADDRESSES + GATE + SUM + (falls ? FLOOR : 0)) * em;
        double slotHeight = Math.max(LEAST_SLOT * em, Math.floor(height - slots - below));
        double names = slots + slotHeight;
        double addresses = names + NAMES * em;
        double gate = addresses + ADDRESSES * em;
        double sum = gate + GATE * em;
        double floor = sum + SUM * em;
        return new BarrierRows(em, width, walks ? shown.walk().owns().size() : shown.slots().size(), STRIP * em, slots,
                slotHeight, names + NAMES * em * 0.55, addresses + ADDRESSES * em * 0.45, gate + GATE * em / 2,
                sum + SUM * em / 2, falls ? floor + FLOOR * em / 2 : 0);
    }

    double gap() {
        return GAP * em;
    }

    double columnWidth() {
        return (width - gap() * (columns - 1)) / columns;
    }

    double x(int column) {
        return column * (columnWidth() + gap());
    }

    double centre(int column) {
        return x(column) + columnWidth() / 2;
    }

    /// Half the height of what lies on the floor.
    double chip() {
        return 0.95 * em;
    }
}
