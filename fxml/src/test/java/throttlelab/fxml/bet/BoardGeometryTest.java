package throttlelab.fxml.bet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoardGeometryTest {

    @ParameterizedTest
    @CsvSource({"2400, 13, 50", "950, 13, 50", "950, 26, 25", "420, 13, 20", "460, 26, 10", "420, 26, 5",
            "200, 26, 2"})
    void cellsAreWrappedRatherThanShrunk(double width, double em, int columns) {
        BoardGeometry geometry = BoardGeometry.of(3, 100, width, em, 4 * em);

        assertThat(geometry.columns()).isEqualTo(columns);
        assertThat(geometry.side()).isGreaterThanOrEqualTo(Math.floor(1.3 * em));
        assertThat(geometry.left() + columns * geometry.side()).isLessThanOrEqualTo(Math.ceil(width));
    }

    @Test
    void manyProfilesLieInOneStripWhereThereIsRoomForIt() {
        assertThat(BoardGeometry.of(6, 100, 2400, 13, 52).columns()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"3, 100", "6, 7", "2, 1", "3, 99"})
    void everyCellIsFoundWhereItIsPainted(int profiles, int prompts) {
        BoardGeometry geometry = BoardGeometry.of(profiles, prompts, 500, 13, 52);

        for (int profile = 0; profile < profiles; profile++) {
            for (int prompt = 0; prompt < prompts; prompt++) {
                BetCell cell = new BetCell(profile, prompt);
                double x = geometry.x(prompt) + geometry.side() / 2;
                double y = geometry.y(cell) + geometry.side() / 2;
                assertThat(geometry.at(x, y)).isEqualTo(cell);
                assertThat(y).isLessThan(geometry.height());
            }
        }
    }

    @Test
    void besideTheCellsThereIsNone() {
        BoardGeometry geometry = BoardGeometry.of(3, 30, 500, 13, 52);

        assertThat(geometry.at(10, geometry.y(new BetCell(0, 0)) + 3)).as("labels").isNull();
        assertThat(geometry.at(geometry.x(0) + 3, 3)).as("numbers").isNull();
        assertThat(geometry.at(geometry.x(0) + 3, -3)).as("above").isNull();
        assertThat(geometry.at(geometry.x(15), geometry.y(new BetCell(0, 29)) + 3)).as("after the last").isNull();
        assertThat(geometry.at(60, geometry.height() + 3)).as("below").isNull();
    }

    @Test
    void keysGoFromStripToStripAndStayOnTheBoard() {
        BoardGeometry geometry = BoardGeometry.of(3, 30, 500, 13, 52);
        assertThat(geometry.columns()).isEqualTo(20);

        assertThat(geometry.vertical(new BetCell(1, 3), 1)).isEqualTo(new BetCell(2, 3));
        assertThat(geometry.vertical(new BetCell(2, 3), 1)).isEqualTo(new BetCell(0, 23));
        assertThat(geometry.vertical(new BetCell(0, 23), -1)).isEqualTo(new BetCell(2, 3));
        assertThat(geometry.vertical(new BetCell(2, 20), 1)).isEqualTo(new BetCell(2, 20));
        assertThat(geometry.vertical(new BetCell(0, 3), -1)).isEqualTo(new BetCell(0, 3));
        assertThat(geometry.horizontal(new BetCell(1, 19), 1)).isEqualTo(new BetCell(1, 20));
        assertThat(geometry.horizontal(new BetCell(1, 0), -1)).isEqualTo(new BetCell(1, 0));
        assertThat(geometry.horizontal(new BetCell(1, 29), 1)).isEqualTo(new BetCell(1, 29));
    }

    @Test
    void withoutCellsItHasNoHeight() {
        assertThat(BoardGeometry.of(0, 0, 500, 13, 0).height()).isZero();
    }
}
