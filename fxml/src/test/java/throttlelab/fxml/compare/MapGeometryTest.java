package throttlelab.fxml.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.DifferenceMap;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.TokenStream;

class MapGeometryTest {

    private static final double EM = 13;

    @Test
    void allCellsFitInTheRoom() {
        MapGeometry geometry = MapGeometry.of(2000, 500, 400, 220, EM, 1, 0, 0);

        assertThat(geometry.y(2000)).isEqualTo(220, within());
        assertThat(geometry.x(500)).isEqualTo(400, within());
        assertThat(geometry.promptsPerSpot() * geometry.cellHeight()).isGreaterThanOrEqualTo(3);
        assertThat(geometry.positionsPerSpot() * geometry.cellWidth()).isGreaterThanOrEqualTo(3);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-6);
    }

    @Test
    void aPointIsFoundInItsOwnCellAtEveryZoom() {
        for (double zoom : new double[] {1, 2, 8, 1000}) {
            MapGeometry geometry = MapGeometry.of(100, 50, 400, 220, EM, zoom, 37, 11);
            int prompt = geometry.firstPrompt() + 1;
            int position = geometry.firstPosition() + 1;

            assertThat(geometry.prompt(geometry.y(prompt) + geometry.cellHeight() / 2)).isEqualTo(prompt);
            assertThat(geometry.position(geometry.x(position) + geometry.cellWidth() / 2)).isEqualTo(position);
        }
    }

    @Test
    void besideTheCellsThereIsNone() {
        MapGeometry geometry = MapGeometry.of(3, 4, 400, 220, EM, 1, 0, 0);

        assertThat(geometry.prompt(geometry.y(3) + 1)).isEqualTo(-1);
        assertThat(geometry.position(geometry.x(4) + 1)).isEqualTo(-1);
        assertThat(geometry.position(geometry.left() - 1)).isEqualTo(-1);
    }

    @Test
    void nothingIsScrolledPastItsEnd() {
        MapGeometry geometry = MapGeometry.of(100, 50, 400, 220, EM, 1000, 1e9, -5);

        assertThat(geometry.x(50)).isEqualTo(400, within());
        assertThat(geometry.scrollY()).isZero();
    }

    @Test
    void theHeaviestMarkOfSeveralIsSeen() {
        Comparison comparison = Comparison.of(List.of(prompt("a", 0, 0, 0, 0), prompt("empty"), prompt("b", 0, 0, 0, 0)),
                List.of(prompt("a", 0, 0, 0), prompt("empty"), prompt("b", 0, 0, 1, 0)), 4);
        MapCells cells = new MapCellsViewModel(DifferenceMap.of(comparison));

        assertThat(cells.heaviest(0, 1, 0, 2)).isEqualTo(PositionMark.EQUAL);
        assertThat(cells.heaviest(0, 1, 0, 4)).isEqualTo(PositionMark.MISSING);
        assertThat(cells.longest()).isEqualTo(4);
        assertThat(cells.has(1, 0)).isFalse();
        assertThat(cells.heaviest(0, 3, 0, 4)).isEqualTo(PositionMark.LOGPROB);
        assertThat(cells.heaviest(1, 2, 0, 4)).isNull();
        assertThat(cells.prompt(4)).isEqualTo(2);
        assertThat(cells.position(6)).isEqualTo(2);
    }

    private static RecordedPrompt prompt(String id, float... logprobs) {
        return new RecordedPrompt(new Prompt(id, id), new int[] {1},
                new TokenStream(new int[logprobs.length], "", logprobs, new float[0]));
    }
}
