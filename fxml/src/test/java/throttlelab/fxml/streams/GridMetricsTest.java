package throttlelab.fxml.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridMetricsTest {

    @ParameterizedTest
    @CsvSource({"13,460,140,2,50", "13,460,140,3,50", "26,460,140,3,50", "10.4,300,500,2,500", "13,2000,900,3,777",
        "26,90,60,3,5"})
    void everyPositionIsFoundWhereItIsAndStaysInside(double em, double width, double height, int lines, int positions) {
        GridMetrics metrics = new GridMetrics(em, width, height, lines, positions);

        for (int position = 0; position < positions; position++) {
            double x = metrics.x(position);
            double y = metrics.blockTop(metrics.block(position));
            assertThat(metrics.at(x + 1, y + 1)).isEqualTo(position);
            assertThat(metrics.at(x + metrics.columnWidth() - 1,
                    y + metrics.numbersHeight() + lines * metrics.rowHeight() - 1)).isEqualTo(position);
            if (width > 200) {
                assertThat(x + metrics.columnWidth()).isLessThanOrEqualTo(width);
            }
        }
        assertThat(metrics.at(1, 1)).isEqualTo(-1);
        assertThat(metrics.at(metrics.headWidth() + 1, metrics.blockHeight() - 1)).as("between blocks").isEqualTo(-1);
        assertThat(metrics.at(metrics.headWidth() + 1, metrics.contentHeight() + 1)).as("below all").isEqualTo(-1);
    }

    @Test
    void revealingGoesAsLittleAsPossible() {
        GridMetrics metrics = new GridMetrics(13, 460, 200, 2, 100);
        double block = metrics.blockHeight();
        double gap = Math.round(0.8 * 13);
        int columns = metrics.columns();

        assertThat(metrics.reveal(0, 0)).isZero();
        assertThat(metrics.reveal(columns, 0)).isEqualTo(Math.max(0, 2 * block - gap - 200));
        assertThat(metrics.reveal(5 * columns, 0)).isEqualTo(6 * block - gap - 200);
        assertThat(metrics.reveal(5 * columns, 6 * block - gap - 200)).isEqualTo(6 * block - gap - 200);
        assertThat(metrics.reveal(columns, 6 * block - 200)).isEqualTo(block);
        assertThat(metrics.reveal(99, 0)).isEqualTo(metrics.contentHeight() - 200);
    }

    @Test
    void followingStaysWhileTheBlockIsSeenAndElseShowsAPartOfWhatIsToCome() {
        GridMetrics metrics = new GridMetrics(13, 460, 200, 2, 100);
        int columns = metrics.columns();

        assertThat(metrics.follow(columns - 1, 0)).isZero();
        assertThat(metrics.follow(5 * columns, 0)).isEqualTo(metrics.blockTop(4));
        assertThat(metrics.follow(5 * columns + 2, metrics.blockTop(4))).isEqualTo(metrics.blockTop(4));
        assertThat(metrics.follow(99, 0)).isEqualTo(metrics.scrollRange());
    }

    @Test
    void aBlockHigherThanTheViewIsSeenFromItsTop() {
        GridMetrics metrics = new GridMetrics(13, 460, 60, 3, 100);

        assertThat(metrics.blockHeight()).isGreaterThan(60);
        assertThat(metrics.reveal(2 * metrics.columns(), 0)).isEqualTo(metrics.blockTop(2));
        assertThat(metrics.reveal(0, 500)).isZero();
    }
}
