package throttlelab.engine.numerics;

/// Vectors inside one array: row `r` begins at `offsets[r]`. A view; it can be pointed elsewhere and used again.
public final class Rows {

    private float[] data;
    private final int[] offsets;
    private int count;

    /// A view that can show up to `capacity` rows.
    public Rows(int capacity) {
        offsets = new int[capacity];
    }

    /// Begins anew over `array` with no rows.
    public Rows over(float[] array) {
        data = array;
        count = 0;
        return this;
    }

    /// Appends the row that begins at `offset`.
    public Rows add(int offset) {
        offsets[count++] = offset;
        return this;
    }

    /// Shows `rows` rows of `array`, from `offset`, `stride` floats apart.
    public Rows dense(float[] array, int offset, int rows, int stride) {
        over(array);
        for (int row = 0; row < rows; row++) {
            add(offset + row * stride);
        }
        return this;
    }

    /// The array behind the view.
    public float[] data() {
        return data;
    }

    /// Where row `row` begins.
    public int offset(int row) {
        return offsets[row];
    }

    /// How many rows there are.
    public int count() {
        return count;
    }
}
