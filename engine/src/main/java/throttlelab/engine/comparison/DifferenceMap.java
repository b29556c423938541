package throttlelab.engine.comparison;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/// All prompts × positions of a comparison, one [Mark] each, in one byte: small enough to be painted and searched as a
/// whole, a million of them in a moment.
///
/// A cell is known by its index. Indices run through the positions of the first prompt, then of the second, and so on,
/// in the order of the comparison. Positions that neither stream of a prompt has are not on the map.
public final class DifferenceMap {

    private static final Mark[] MARKS = Mark.values();

    private final List<StreamDiff> streams;
    /// The index of each prompt's first cell, and at the end the number of all.
    private final int[] starts;
    private final byte[] cells;
    private final long[] counts = new long[MARKS.length];

    private DifferenceMap(List<StreamDiff> streams, int[] starts) {
        this.streams = streams;
        this.starts = starts;
        this.cells = new byte[starts[streams.size()]];
    }

    /// The map of a comparison.
    public static DifferenceMap of(Comparison comparison) {
        List<StreamDiff> streams = comparison.streams();
        int[] starts = new int[streams.size() + 1];
        for (int prompt = 0; prompt < streams.size(); prompt++) {
            StreamDiff stream = streams.get(prompt);
            starts[prompt + 1] = Math.addExact(starts[prompt], Math.min(stream.expectedLength(),
                    Math.max(stream.expected().length(), stream.actual().length())));
        }
        DifferenceMap map = new DifferenceMap(streams, starts);
        for (int prompt = 0; prompt < streams.size(); prompt++) {
            map.fill(prompt, streams.get(prompt));
        }
        return map;
    }

    private void fill(int prompt, StreamDiff stream) {
        int from = starts[prompt];
        int compared = stream.length();
        for (int position = 0; position < compared; position++) {
            Mark mark = stream.consequence(position) ? Mark.CONSEQUENCE : switch (stream.kind(position)) {
                case EQUAL -> Mark.EQUAL;
                case LOGPROB -> Mark.LOGPROB;
                case TOKEN -> Mark.TOKEN;
            };
            cells[from + position] = (byte) mark.ordinal();
            counts[mark.ordinal()]++;
        }
        Arrays.fill(cells, from + compared, starts[prompt + 1], (byte) Mark.MISSING.ordinal());
        counts[Mark.MISSING.ordinal()] += starts[prompt + 1] - from - compared;
    }

    /// How many prompts there are.
    public int prompts() {
        return streams.size();
    }

    /// How many cells there are: indices go from 0 to one less.
    public int size() {
        return cells.length;
    }

    /// How many positions of a prompt are on the map.
    public int length(int prompt) {
        return starts[prompt + 1] - starts[prompt];
    }

    /// How many cells have a mark.
    public long count(Mark mark) {
        return counts[mark.ordinal()];
    }

    /// The streams of a prompt, side by side.
    public StreamDiff stream(int prompt) {
        return streams.get(prompt);
    }

    /// The index of a cell.
    ///
    /// @throws IndexOutOfBoundsException if there is no such prompt, or it has no such position
    public int index(int prompt, int position) {
        return starts[prompt] + Objects.checkIndex(position, length(prompt));
    }

    /// Whose cell it is, by number.
    ///
    /// @throws IndexOutOfBoundsException if there is no such cell
    public int prompt(int index) {
        int found = Arrays.binarySearch(starts, Objects.checkIndex(index, cells.length));
        if (found < 0) {
            return -found - 2;
        }
        // Of several prompts that start here, all but the last are empty.
        while (length(found) == 0) {
            found++;
        }
        return found;
    }

    /// Which position of its prompt it is.
    ///
    /// @throws IndexOutOfBoundsException if there is no such cell
    public int position(int index) {
        return index - starts[prompt(index)];
    }

    /// The mark of a cell.
    ///
    /// @throws IndexOutOfBoundsException if there is no such cell
    public Mark at(int index) {
        return MARKS[cells[index]];
    }

    /// The nearest cell after `index` with one of `marks`; −1 if there is none. From −1 it is the first of all.
    public int next(int index, Collection<Mark> marks) {
        int wanted = bits(marks);
        for (int i = index + 1; i < cells.length; i++) {
            if (isIn(cells[i], wanted)) {
                return i;
            }
        }
        return -1;
    }

    /// The nearest cell before `index` with one of `marks`; −1 if there is none. From [#size()] it is the last of all.
    public int previous(int index, Collection<Mark> marks) {
        int wanted = bits(marks);
        for (int i = index - 1; i >= 0; i--) {
            if (isIn(cells[i], wanted)) {
                return i;
            }
        }
        return -1;
    }

    /// The indices of all cells with one of `marks`, ascending: the rows of a filtered view.
    public int[] all(Collection<Mark> marks) {
        int wanted = bits(marks);
        long count = marks.stream().distinct().mapToLong(this::count).sum();
        int[] found = new int[Math.toIntExact(count)];
        int next = 0;
        for (int i = 0; i < cells.length; i++) {
            if (isIn(cells[i], wanted)) {
                found[next++] = i;
            }
        }
        return found;
    }

    private static int bits(Collection<Mark> marks) {
        return marks.stream().mapToInt(mark -> 1 << mark.ordinal()).reduce(0, (a, b) -> a | b);
    }

    private static boolean isIn(byte cell, int wanted) {
        return (wanted >>> cell & 1) != 0;
    }
}
