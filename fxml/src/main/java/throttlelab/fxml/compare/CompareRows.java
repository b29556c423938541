package throttlelab.fxml.compare;

import java.util.Arrays;
import java.util.function.IntFunction;
import javafx.collections.ObservableListBase;

/// The lines of the list: each is made when it is to be seen, and forgotten afterwards.
final class CompareRows extends ObservableListBase<CompareRow> {

    private final int[] indices;
    private final IntFunction<CompareRow> maker;

    /// @param indices of the positions shown, ascending
    /// @param maker makes the line of an index
    CompareRows(int[] indices, IntFunction<CompareRow> maker) {
        this.indices = indices;
        this.maker = maker;
    }

    @Override
    public CompareRow get(int row) {
        return maker.apply(indices[row]);
    }

    @Override
    public int size() {
        return indices.length;
    }

    /// The row of an index; −1 if it is not shown.
    int row(int index) {
        return Math.max(-1, Arrays.binarySearch(indices, index));
    }

    /// Does not make all lines to find one.
    @Override
    public int indexOf(Object line) {
        return line instanceof CompareRow row ? row(row.index()) : -1;
    }

    @Override
    public int lastIndexOf(Object line) {
        return indexOf(line);
    }

    @Override
    public boolean contains(Object line) {
        return indexOf(line) >= 0;
    }
}
