package throttlelab.fxml.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class SheetsTest {

    private final Sheets sheets = new Sheets();
    private final Region first = new Region();
    private final Region second = new Region();

    @Test
    void theLastOneLiesOnTop() {
        sheets.show(first);
        sheets.show(second);
        assertThat(sheets.shown()).containsExactly(first, second);

        sheets.closeTop();
        assertThat(sheets.shown()).containsExactly(first);
        assertThat(sheets.open()).isTrue();

        sheets.close(first);
        assertThat(sheets.open()).isFalse();
    }

    @Test
    void oneThatIsShownIsNotShownTwice() {
        sheets.show(first);
        sheets.show(first);

        assertThat(sheets.shown()).containsExactly(first);
    }

    @Test
    void closingNothingDoesNothing() {
        sheets.closeTop();
        sheets.close(first);

        assertThat(sheets.open()).isFalse();
    }
}
