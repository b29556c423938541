package throttlelab.fxml.compare;

import java.util.Arrays;
import java.util.List;

/// All positions of all prompts, one mark each, for a [PositionMap]: a byte a position. A cell is known by its index,
/// which runs through the positions of the first prompt, then of the second, and so on.
public final class MapCells {

    /// Nothing.
    public static final MapCells NONE = new MapCells(List.of(), new int[1], new byte[0]);

    private static final int[] WEIGHTS =
            Arrays.stream(PositionMark.values()).mapToInt(PositionMark::weight).toArray();
    private static final int HEAVIEST = Arrays.stream(WEIGHTS).max().orElseThrow();

    private final List<String> prompts;
    private final int[] starts;
    private final byte[] marks;
    private final int longest;

    /// @param prompts their ids, in order
    /// @param starts the index of each prompt's first position, and at the end the number of all; shared
    /// @param marks places in [PositionMark], by index; shared
    public MapCells(List<String> prompts, int[] starts, byte[] marks) {
        this.prompts = List.copyOf(prompts);
        this.starts = starts;
        this.marks = marks;
        int most = 0;
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            most = Math.max(most, length(prompt));
        }
        this.longest = most;
    }

    /// The ids of the prompts.
    public List<String> prompts() {
        return prompts;
    }

    /// How many positions the longest prompt has.
    public int longest() {
        return longest;
    }

    /// How many there are in all.
    public int size() {
        return marks.length;
    }

    /// How many positions a prompt has.
    public int length(int prompt) {
        return starts[prompt + 1] - starts[prompt];
    }

    /// Whether there is such a cell.
    public boolean has(int prompt, int position) {
        return prompt >= 0 && prompt < prompts.size() && position >= 0 && position < length(prompt);
    }

    /// The index of a cell that is there.
    public int index(int prompt, int position) {
        return starts[prompt] + position;
    }

    /// Whose cell it is.
    public int prompt(int index) {
        int found = Arrays.binarySearch(starts, index);
        if (found < 0) {
            return -found - 2;
        }
        while (length(found) == 0) {
            found++;
        }
        return found;
    }

    /// Which of its prompt's positions it is.
    public int position(int index) {
        return index - starts[prompt(index)];
    }

    /// The mark of a cell.
    public PositionMark at(int index) {
        return PositionMark.of(marks[index]);
    }

    /// The heaviest mark of some prompts at some positions; `null` if there is no cell. The ends are not included.
    public PositionMark heaviest(int firstPrompt, int endPrompt, int firstPosition, int endPosition) {
        int mark = -1;
        int weight = -1;
        for (int prompt = firstPrompt; prompt < Math.min(endPrompt, prompts.size()); prompt++) {
            int end = Math.min(starts[prompt] + endPosition, starts[prompt + 1]);
            for (int index = starts[prompt] + firstPosition; index < end; index++) {
                if (WEIGHTS[marks[index]] > weight) {
                    mark = marks[index];
                    weight = WEIGHTS[mark];
                    if (weight == HEAVIEST) {
                        return PositionMark.of(mark);
                    }
                }
            }
        }
        return mark < 0 ? null : PositionMark.of(mark);
    }
}
