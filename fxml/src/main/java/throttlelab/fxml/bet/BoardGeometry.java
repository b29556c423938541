package throttlelab.fxml.bet;

/// Where the cells of a board lie. All lengths are in pixels.
///
/// @param profiles how many profiles
/// @param prompts how many prompts
/// @param columns how many prompts lie beside each other
/// @param side side of a cell, with the gap to its neighbour
/// @param left width of the labels before the cells
/// @param head height of the numbers above a strip
/// @param gap space between two strips
record BoardGeometry(int profiles, int prompts, int columns, double side, double left, double head, double gap) {

    private static final int[] COLUMNS = {100, 50, 25, 20, 10, 5, 2, 1};
    private static final double LEAST_SIDE = 1.3;
    private static final double MOST_SIDE = 2.6;
    /// How high a board may become, in em, only so that its cells are larger.
    private static final double LOW = 20;
    private static final double HEAD = 1.15;
    private static final double GAP = 0.3;

    /// The geometry for a width: as few strips as fit, or more where cells gain by it and the board stays low.
    ///
    /// @param em size of the text
    /// @param left width of the labels
    static BoardGeometry of(int profiles, int prompts, double width, double em, double left) {
        double room = Math.max(1, width - left);
        BoardGeometry best = null;
        for (int each : COLUMNS) {
            int columns = Math.max(1, Math.min(each, prompts));
            double side = Math.floor(Math.clamp(room / columns, LEAST_SIDE * em, MOST_SIDE * em));
            BoardGeometry geometry = new BoardGeometry(profiles, prompts, columns, side, Math.ceil(left),
                    Math.ceil(HEAD * em), Math.ceil(GAP * em));
            if (best == null || !best.fits(room, em) || side > best.side && geometry.height() <= LOW * em) {
                best = geometry;
            }
        }
        return best;
    }

    private boolean fits(double room, double em) {
        return columns * LEAST_SIDE * em <= room;
    }

    int strips() {
        return (prompts + columns - 1) / columns;
    }

    double height() {
        return prompts == 0 ? 0 : strips() * (strip() + gap) - gap;
    }

    double strip() {
        return head + profiles * side;
    }

    double x(int prompt) {
        return left + prompt % columns * side;
    }

    double y(BetCell cell) {
        return top(cell.prompt()) + cell.profile() * side;
    }

    /// Where the first row of the strip with a prompt begins.
    double top(int prompt) {
        return prompt / columns * (strip() + gap) + head;
    }

    /// The cell at a point; `null` if there is none.
    BetCell at(double x, double y) {
        int column = (int) Math.floor((x - left) / side);
        int strip = (int) Math.floor(y / (strip() + gap));
        int profile = (int) Math.floor((y - strip * (strip() + gap) - head) / side);
        int prompt = strip * columns + column;
        return column < 0 || column >= columns || strip < 0 || profile < 0 || profile >= profiles || prompt >= prompts
                ? null : new BetCell(profile, prompt);
    }

    /// The cell above or below; at the edge of a strip that of the next strip, at the edge of the board the same.
    BetCell vertical(BetCell cell, int step) {
        int profile = cell.profile() + step;
        if (profile >= 0 && profile < profiles) {
            return new BetCell(profile, cell.prompt());
        }
        int prompt = cell.prompt() + step * columns;
        return prompt < 0 || prompt >= prompts ? cell : new BetCell(step > 0 ? 0 : profiles - 1, prompt);
    }

    /// The cell to the left or right, on to the next strip; at the edge of the board the same.
    BetCell horizontal(BetCell cell, int step) {
        return new BetCell(cell.profile(), Math.clamp((long) cell.prompt() + step, 0, prompts - 1));
    }
}
