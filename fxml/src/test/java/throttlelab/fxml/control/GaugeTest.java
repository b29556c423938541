package throttlelab.fxml.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.testing.ViewStage;

/// A bar that moves alone, in a window of its own; here nothing but software draws.
class GaugeTest {

    private static final double HALF = 0.5;

    private Gauge gauge;
    private StackPane root;
    private ViewStage stage;

    @BeforeEach
    void open() {
        ViewStage.start();
        gauge = ViewStage.onFx(Gauge::new);
        root = ViewStage.onFx(() -> new StackPane(new VBox(new Label("above"), gauge, new Label("below"))));
        stage = ViewStage.open(() -> root, 400, 200);
    }

    @AfterEach
    void close() {
        ViewStage.run(() -> gauge.aloneProperty().set(false));
        stage.close();
    }

    @Test
    void liesExactlyOverItsPlaceAndMovesThere() {
        move(true, HALF);

        PopupWindow small = small().getFirst();
        Bounds place = ViewStage.onFx(() -> gauge.localToScreen(gauge.getLayoutBounds()));
        assertThat(small.getX()).isCloseTo(place.getMinX(), within(1e-6));
        assertThat(small.getY()).isCloseTo(place.getMinY(), within(1e-6));
        assertThat(small.getWidth()).isCloseTo(place.getWidth(), within(1e-6));
        assertThat(small.getHeight()).isCloseTo(place.getHeight(), within(1e-6));
        assertThat(color(small, 0.4)).isNotEqualTo(color(small, 0.6));

        move(true, 0.8);
        assertThat(color(small, 0.4)).isEqualTo(color(small, 0.6));
    }

    @Test
    void isPaintedInItsPlaceWhenItIsNoLongerAlone() {
        move(true, HALF);
        move(false, HALF);

        assertThat(small()).isEmpty();
        assertThat(ownColor(0.4)).isNotEqualTo(ownColor(0.6));
    }

    @Test
    void liesOverNothingThatIsOverIt() {
        move(true, HALF);
        ViewStage.run(() -> root.getChildren().add(new Region()));
        stage.size(400, 200);
        move(true, 0.6);

        assertThat(small()).isEmpty();
        assertThat(ownColor(HALF)).isNotEqualTo(ownColor(0.7));
    }

    @Test
    void isHiddenWithWhatItIsIn() {
        move(true, HALF);
        ViewStage.run(() -> root.getChildren().getFirst().setVisible(false));
        move(true, 0.6);

        assertThat(small()).isEmpty();
    }

    @Test
    void givesWayToAnyOtherWindow() {
        move(true, HALF);
        Popup other = ViewStage.onFx(() -> {
            Popup popup = new Popup();
            popup.getContent().add(new Label("another"));
            popup.show(root.getScene().getWindow());
            return popup;
        });
        move(true, 0.6);
        assertThat(small()).containsExactly(other);

        ViewStage.run(other::hide);
        move(true, 0.7);
        assertThat(small()).hasSize(1).doesNotContain(other);
    }

    private void move(boolean alone, double progress) {
        ViewStage.run(() -> {
            gauge.aloneProperty().set(alone);
            gauge.progressProperty().set(progress);
        });
    }

    private static List<PopupWindow> small() {
        return ViewStage.onFx(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast).toList());
    }

    private static Color color(PopupWindow window, double share) {
        return ViewStage.onFx(() -> {
            PixelReader pixels = window.getScene().snapshot(null).getPixelReader();
            return pixels.getColor((int) (share * window.getWidth()), 1);
        });
    }

    private Color ownColor(double share) {
        return ViewStage.onFx(() -> gauge.snapshot(null, null).getPixelReader()
                .getColor((int) (share * gauge.getWidth()), 1));
    }
}
