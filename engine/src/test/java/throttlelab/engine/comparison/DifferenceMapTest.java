package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.prompt;
import static throttlelab.engine.recording.Forged.stream;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.Synthetic;
import throttlelab.engine.recording.TokenStream;

class DifferenceMapTest {

    private static final TokenStream FIVE = stream(5);
    private static final EnumSet<Mark> DIFFERENCES = EnumSet.of(Mark.LOGPROB, Mark.TOKEN);

    /// Cells 0 to 4 are equal; 5 to 9 ≈ ≠ and what follows; the fourth prompt has three positions of five.
    private static DifferenceMap map() {
        return DifferenceMap.of(Comparison.of(
                List.of(prompt("a", FIVE), prompt("b", FIVE), prompt("empty", stream(0)), prompt("c", FIVE)),
                List.of(prompt("a", stream(5)), prompt("b", flipped(nudged(FIVE, 0, 9), 2)), prompt("empty", stream(0)),
                        prompt("c", stream(3))), 5));
    }

    @Test
    void everyPositionHasItsMark() {
        DifferenceMap map = map();

        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < map.size(); i++) {
            marks.add(map.at(i));
        }
        assertThat(marks.subList(0, 5)).containsOnly(Mark.EQUAL);
        assertThat(marks.subList(5, 10)).containsExactly(Mark.LOGPROB, Mark.EQUAL, Mark.TOKEN, Mark.CONSEQUENCE,
                Mark.CONSEQUENCE);
        assertThat(marks.subList(10, 15)).containsExactly(Mark.EQUAL, Mark.EQUAL, Mark.EQUAL, Mark.MISSING,
                Mark.MISSING);
        for (Mark mark : Mark.values()) {
            assertThat(map.count(mark)).isEqualTo(marks.stream().filter(mark::equals).count());
        }
    }

    @Test
    void indicesAndPlacesBelongTogether() {
        DifferenceMap map = map();

        assertThat(map.prompts()).isEqualTo(4);
        assertThat(map.length(2)).isZero();
        for (int prompt = 0; prompt < map.prompts(); prompt++) {
            for (int position = 0; position < map.length(prompt); position++) {
                int index = map.index(prompt, position);
                assertThat(map.prompt(index)).isEqualTo(prompt);
                assertThat(map.position(index)).isEqualTo(position);
            }
        }
        assertThat(map.stream(map.prompt(10)).promptId()).isEqualTo("c");
        assertThatThrownBy(() -> map.index(2, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> map.prompt(15)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> map.prompt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void oneJumpsFromDifferenceToDifference() {
        DifferenceMap map = map();

        assertThat(map.next(-1, DIFFERENCES)).isEqualTo(5);
        assertThat(map.next(5, DIFFERENCES)).isEqualTo(7);
        assertThat(map.next(7, DIFFERENCES)).isEqualTo(-1);
        assertThat(map.next(7, Set.of(Mark.CONSEQUENCE, Mark.MISSING))).isEqualTo(8);
        assertThat(map.previous(map.size(), DIFFERENCES)).isEqualTo(7);
        assertThat(map.previous(7, DIFFERENCES)).isEqualTo(5);
        assertThat(map.previous(5, DIFFERENCES)).isEqualTo(-1);
        assertThat(map.next(-1, Set.of())).isEqualTo(-1);
        assertThat(map.all(DIFFERENCES)).containsExactly(5, 7);
        assertThat(map.all(Set.of(Mark.MISSING))).containsExactly(13, 14);
    }

    /// The map says what the diffs say, for streams of any length.
    @Test
    void agreesWithTheDiffs() {
        Recording a = Synthetic.recording("none", 20, 50);
        Comparison comparison = Comparison.of(a.prompts(), Synthetic.parted(a, 3).prompts(), 50);
        DifferenceMap map = DifferenceMap.of(comparison);

        for (int prompt = 0; prompt < 20; prompt++) {
            StreamDiff diff = comparison.streams().get(prompt);
            for (int position = 0; position < 50; position++) {
                Mark mark = map.at(map.index(prompt, position));
                assertThat(mark == Mark.CONSEQUENCE).isEqualTo(diff.at(position).consequence());
                if (mark != Mark.CONSEQUENCE) {
                    assertThat(mark.name()).isEqualTo(diff.at(position).kind().name());
                }
            }
        }
        assertThat(map.count(Mark.TOKEN)).isEqualTo(comparison.totals().tokenDivergences()).isEqualTo(7);
    }

    @Test
    void ofNothingThereIsAnEmptyMap() {
        DifferenceMap map = DifferenceMap.of(Comparison.of(List.of(), List.of(), 5));

        assertThat(map.size()).isZero();
        assertThat(map.next(-1, DIFFERENCES)).isEqualTo(-1);
        assertThat(Margins.at(map, Mark.EQUAL)).isEmpty();
    }
}
