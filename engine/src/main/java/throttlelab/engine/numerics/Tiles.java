package throttlelab.engine.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The matrix product with lanes across outputs, cut into tiles: a lane is one output's chain, so the number of lanes
/// cannot matter, and a row never meets its neighbours.
///
/// A tile is some rows by some *pairs*; a pair is two vectors of outputs that are [PackedMatrix#HALF] apart. A tile has
/// eight or twelve sums: as many as a processor needs in flight to keep its multipliers busy, and no more than sixteen
/// registers hold beside weights and an input. A tile that finds fewer rows or pairs than it has room for computes the
/// last one again, which gives the same bits.
///
/// Whoever writes a tile calls nothing after its loop that might not be inlined: the sums would leave their registers
/// within the loop already.
abstract class Tiles {

    /// As wide as the machine has them, but no wider than half a panel.
    static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED.length() <= PackedMatrix.HALF
            ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_512;
    static final int L = LANES.length();

    private static final int PAIRS_IN_PANEL = PackedMatrix.HALF / L;
    private static final int MOST_ROWS = 6;

    /// Multiplies every row.
    final void multiply(PackedMatrix w, Rows x, Rows y) {
        int panels = w.outputs() / PackedMatrix.PANEL;
        multiply(w, 0, panels * PAIRS_IN_PANEL, x, y);
        if (w.outputs() % PackedMatrix.PANEL > 0) {
            lastPanel(w, panels, x, y);
        }
    }

    /// A panel that is not full, by way of memory that has room for all of it.
    private void lastPanel(PackedMatrix w, int panel, Rows x, Rows y) {
        int rows = x.count();
        int first = panel * PackedMatrix.PANEL;
        float[] all = new float[rows * PackedMatrix.PANEL];
        multiply(w, panel * PAIRS_IN_PANEL, (panel + 1) * PAIRS_IN_PANEL, x,
                new Rows(rows).dense(all, -first, rows, PackedMatrix.PANEL));
        for (int row = 0; row < rows; row++) {
            System.arraycopy(all, row * PackedMatrix.PANEL, y.data(), y.offset(row) + first, w.outputs() - first);
        }
    }

    /// The pairs from `pair` to `end − 1` of every row.
    private void multiply(PackedMatrix w, int pair, int end, Rows x, Rows y) {
        switch (x.count()) {
            case 1 -> {
                for (; pair < end; pair += 4) {
                    oneRow(w, pair, end - 1, x, y);
                }
            }
            case 2 -> {
                for (; pair < end; pair += 2) {
                    twoRows(w, pair, end - 1, x, y);
                }
            }
            default -> {
                for (; pair < end; pair++) {
                    manyRows(w, pair, x, y);
                }
            }
        }
    }

    /// Cuts the rows into as few tiles as will do, of much the same size.
    private void manyRows(PackedMatrix w, int pair, Rows x, Rows y) {
        int rows = x.count();
        int tiles = (rows + MOST_ROWS - 1) / MOST_ROWS;
        for (int tile = 0; tile < tiles; tile++) {
            int first = tile * rows / tiles;
            int last = (tile + 1) * rows / tiles - 1;
            if (last - first < 4) {
                fourRows(w, pair, x, y, first, last);
            } else {
                sixRows(w, pair, x, y, first, last);
            }
        }
    }

    /// One row, four pairs from `pair` on; none is past the pair `last`.
    abstract void oneRow(PackedMatrix w, int pair, int last, Rows x, Rows y);

    /// Two rows, two pairs from `pair` on; none is past the pair `last`.
    abstract void twoRows(PackedMatrix w, int pair, int last, Rows x, Rows y);

    /// One pair, four rows from `first` on; none is past the row `last`.
    abstract void fourRows(PackedMatrix w, int pair, Rows x, Rows y, int first, int last);

    /// One pair, six rows from `first` on; none is past the row `last`.
    abstract void sixRows(PackedMatrix w, int pair, Rows x, Rows y, int first, int last);

    /// Where a pair's weights begin in a matrix that has `stride` array elements for each input of a panel.
    static int at(PackedMatrix w, int pair, int stride) {
        return pair / PAIRS_IN_PANEL * w.inputs() * stride + pair % PAIRS_IN_PANEL * L;
    }

    /// A pair's first output.
    static int output(int pair) {
        return pair / PAIRS_IN_PANEL * PackedMatrix.PANEL + pair % PAIRS_IN_PANEL * L;
    }
}
