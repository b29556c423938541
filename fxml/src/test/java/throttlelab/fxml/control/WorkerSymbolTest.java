package throttlelab.fxml.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;

class WorkerSymbolTest {

    @Test
    void everyWorkerHasItsOwnSymbol() {
        assertThat(IntStream.range(0, 8).mapToObj(WorkerSymbol::path)).doesNotHaveDuplicates();
    }

    @Test
    void everySymbolFillsTheSameBox() {
        for (int worker = 0; worker < 8; worker++) {
            SVGPath path = new SVGPath();
            path.setContent(WorkerSymbol.path(worker));
            Bounds bounds = path.getLayoutBounds();
            assertThat(new double[] {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()})
                    .as("worker %d", worker)
                    .containsExactly(new double[] {1, 1, 15, 15}, within(0.1));
        }
    }
}
