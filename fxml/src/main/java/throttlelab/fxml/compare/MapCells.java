package throttlelab.fxml.compare;

import java.util.List;

/// All positions of all prompts, one mark each, for a [PositionMap]. A cell is known by its index, which runs through the
/// positions of the first prompt, then of the second, and so on.
public interface MapCells {

    /// Nothing.
    MapCells NONE = new NoCells();

    /// The ids of the prompts.
    List<String> prompts();

    /// How many positions the longest prompt has.
    int longest();

    /// How many there are in all.
    int size();

    /// How many positions a prompt has.
    int length(int prompt);

    /// The index of a cell that is there.
    int index(int prompt, int position);

    /// Whose cell it is.
    int prompt(int index);

    /// Which of its prompt's positions it is.
    int position(int index);

    /// The mark of a cell.
    PositionMark at(int index);

    /// Whether there is such a cell.
    default boolean has(int prompt, int position) {
        return prompt >= 0 && prompt < prompts().size() && position >= 0 && position < length(prompt);
    }

    /// The heaviest mark of some prompts at some positions; `null` if there is no cell. The ends are not included.
    default PositionMark heaviest(int firstPrompt, int endPrompt, int firstPosition, int endPosition) {
        PositionMark heaviest = null;
        for (int prompt = firstPrompt; prompt < Math.min(endPrompt, prompts().size()); prompt++) {
            int count = Math.min(endPosition, length(prompt)) - firstPosition;
            int from = count > 0 ? index(prompt, firstPosition) : 0;
            for (int index = from; index < from + count; index++) {
                PositionMark mark = at(index);
                if (heaviest == null || mark.weight() > heaviest.weight()) {
                    heaviest = mark;
                    if (mark == PositionMark.HEAVIEST) {
                        return mark;
                    }
                }
            }
        }
        return heaviest;
    }
}
