package throttlelab.fxml.streams;

/// Where everything is in a grid that breaks its lines: blocks of as many columns as fit, one below the other; in each
/// block a row of numbers and one row for each line. All sizes in pixels; y is counted from the top of the first block.
///
/// @param em size of the text
/// @param width of the visible part
/// @param height of the visible part
/// @param lines lines under each other
/// @param positions tokens of the longest line
record GridMetrics(double em, double width, double height, int lines, int positions) {

    private static final double COLUMN = 4.2;
    private static final double ROW = 2.55;
    private static final double NUMBERS = 1.25;
    private static final double GAP = 0.8;
    private static final double HEAD = 8.2;
    private static final double NARROW_HEAD = 4.9;
    private static final int NARROW = 6;

    /// Whether there is too little room for more than the titles of lines.
    boolean narrow() {
        return width < (HEAD + NARROW * COLUMN) * em;
    }

    double headWidth() {
        return Math.round((narrow() ? NARROW_HEAD : HEAD) * em);
    }

    int columns() {
        return Math.max(1, (int) ((width - headWidth()) / minColumn()));
    }

    private double minColumn() {
        return COLUMN * em;
    }

    /// Columns share what is left over.
    double columnWidth() {
        return Math.floor(Math.clamp((width - headWidth()) / columns(), minColumn() / 2, 1.25 * minColumn()));
    }

    double numbersHeight() {
        return Math.round(NUMBERS * em);
    }

    double rowHeight() {
        return Math.round(ROW * em);
    }

    double blockHeight() {
        return numbersHeight() + lines * rowHeight() + Math.round(GAP * em);
    }

    int blocks() {
        return (positions + columns() - 1) / columns();
    }

    /// How high everything is, the gap below the last block left out.
    double contentHeight() {
        return Math.max(0, blocks() * blockHeight() - Math.round(GAP * em));
    }

    /// How far one can scroll.
    double scrollRange() {
        return Math.max(0, contentHeight() - height);
    }

    /// How many blocks are seen whole; a block that is higher than what is visible counts as one.
    private int wholeBlocks() {
        return Math.max(1, (int) ((height + Math.round(GAP * em)) / blockHeight()));
    }

    int block(int position) {
        return position / columns();
    }

    double x(int position) {
        return headWidth() + position % columns() * columnWidth();
    }

    double blockTop(int block) {
        return block * blockHeight();
    }

    /// Where to scroll so that the block of a position is seen, with as little way as possible. A block that is higher
    /// than what is visible is seen from its top.
    double reveal(int position, double scroll) {
        double top = blockTop(block(position));
        double bottom = top + Math.min(height, blockHeight() - Math.round(GAP * em));
        double moved = Math.min(top, Math.max(scroll, bottom - height));
        return Math.clamp(moved, 0, scrollRange());
    }

    /// Where to scroll to go on following a position: not at all while its block is seen, and else so that it is the
    /// last whole block that is seen; part of the next one shows what is to come.
    double follow(int position, double scroll) {
        if (reveal(position, scroll) == scroll) {
            return scroll;
        }
        return Math.clamp(blockTop(block(position) - wholeBlocks() + 1), 0, scrollRange());
    }

    /// The position at a place, −1 if there is none.
    int at(double x, double y) {
        int column = (int) Math.floor((x - headWidth()) / columnWidth());
        int block = (int) Math.floor(y / blockHeight());
        boolean onRows = y - blockTop(block) < blockHeight() - Math.round(GAP * em);
        if (column < 0 || column >= columns() || block < 0 || !onRows) {
            return -1;
        }
        int position = block * columns() + column;
        return position < positions ? position : -1;
    }
}
