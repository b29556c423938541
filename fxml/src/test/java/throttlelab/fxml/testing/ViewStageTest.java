package throttlelab.fxml.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ViewStageTest {

    @Test
    void aColourThatThereIsNotFailsTheTest() {
        ViewStage stage = ViewStage.open(() -> styled("-fx-background-color: -lab-no-such-colour"), 100, 100);

        assertThatThrownBy(stage::close).isInstanceOf(AssertionError.class).hasMessageContaining("-fx-background-color");
    }

    @Test
    void aColourThatThereIsDoesNot() {
        ViewStage stage = ViewStage.open(() -> styled("-fx-background-color: -lab-panel"), 100, 100);

        assertThatCode(stage::close).doesNotThrowAnyException();
    }

    private static Region styled(String style) {
        Region region = new Region();
        region.setStyle(style);
        return region;
    }
}
