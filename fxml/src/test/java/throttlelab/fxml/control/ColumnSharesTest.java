package throttlelab.fxml.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.testing.ViewStage;

/// Columns of a table in windows of many widths.
class ColumnSharesTest {

    @Test
    void everyColumnHasItsShareAgainAfterTheTableWasNarrow() {
        ViewStage.start();
        TableView<String> table = ViewStage.onFx(() -> {
            TableView<String> made = new TableView<>();
            IntStream.range(0, 3).forEach(column -> made.getColumns().add(new TableColumn<>("column " + column)));
            ColumnShares.share(made, 1, 2, 5);
            return made;
        });
        try (ViewStage stage = ViewStage.open(() -> table, 800, 300)) {
            List<Double> first = widths(table);
            assertThat(first.get(1)).isCloseTo(2 * first.get(0), within(3.0));
            assertThat(first.get(2)).isCloseTo(5 * first.get(0), within(6.0));
            assertThat(first.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(800, within(3.0));

            stage.size(150, 300);
            assertThat(widths(table).getFirst()).isLessThan(first.getFirst() / 4);
            stage.size(800, 300);
            assertThat(widths(table)).isEqualTo(first);
        }
    }

    private static List<Double> widths(TableView<?> table) {
        return ViewStage.onFx(() -> table.getColumns().stream().map(TableColumn::getWidth).toList());
    }
}
