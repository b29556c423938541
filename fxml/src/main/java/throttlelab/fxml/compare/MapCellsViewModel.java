package throttlelab.fxml.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.comparison.DifferenceMap;
import throttlelab.engine.comparison.Mark;

/// The map of a comparison, for a [PositionMap]; where a cell lies is known by the map alone.
final class MapCellsViewModel implements MapCells {

    private static final PositionMark[] MARKS = Arrays.stream(Mark.values()).map(MapCellsViewModel::mark)
            .toArray(PositionMark[]::new);

    private final DifferenceMap map;
    private final List<String> prompts;
    private final int longest;

    MapCellsViewModel(DifferenceMap map) {
        this.map = map;
        this.prompts = IntStream.range(0, map.prompts()).mapToObj(prompt -> map.stream(prompt).promptId()).toList();
        this.longest = IntStream.range(0, map.prompts()).map(map::length).max().orElse(0);
    }

    /// What is shown for a mark.
    static PositionMark mark(Mark mark) {
        return switch (mark) {
            case EQUAL -> PositionMark.EQUAL;
            case LOGPROB -> PositionMark.LOGPROB;
            case TOKEN -> PositionMark.TOKEN;
            case CONSEQUENCE -> PositionMark.CONSEQUENCE;
            case MISSING -> PositionMark.MISSING;
        };
    }

    @Override
    public List<String> prompts() {
        return prompts;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public int length(int prompt) {
        return map.length(prompt);
    }

    @Override
    public int index(int prompt, int position) {
        return map.index(prompt, position);
    }

    @Override
    public int prompt(int index) {
        return map.prompt(index);
    }

    @Override
    public int position(int index) {
        return map.position(index);
    }

    @Override
    public PositionMark at(int index) {
        return MARKS[map.at(index).ordinal()];
    }
}
