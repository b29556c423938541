package throttlelab.fxml.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

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
        byte[] marks = new byte[8];
        marks[2] = (byte) PositionMark.MISSING.ordinal();
        marks[5] = (byte) PositionMark.CONSEQUENCE.ordinal();
        marks[6] = (byte) PositionMark.LOGPROB.ordinal();
        MapCells cells = new MapCells(List.of("a", "empty", "b"), new int[] {0, 4, 4, 8}, marks);

        assertThat(cells.heaviest(0, 1, 0, 2)).isEqualTo(PositionMark.EQUAL);
        assertThat(cells.heaviest(0, 1, 0, 4)).isEqualTo(PositionMark.MISSING);
        assertThat(cells.heaviest(0, 3, 0, 4)).isEqualTo(PositionMark.LOGPROB);
        assertThat(cells.heaviest(1, 2, 0, 4)).isNull();
        assertThat(cells.prompt(4)).isEqualTo(2);
        assertThat(cells.position(6)).isEqualTo(2);
    }
}
