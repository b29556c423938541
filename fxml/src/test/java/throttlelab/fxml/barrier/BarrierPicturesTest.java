package throttlelab.fxml.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ForgedTrace.MILLI;
import static throttlelab.fxml.testing.ForgedTrace.ORIGIN;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.fxml.barrier.BarrierRunViewModel.Going;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.ForgedTrace;
import throttlelab.fxml.testing.Frames;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;

/// Paints forged runs; what is painted is looked at pixel by pixel here, and in `target/pictures` by people.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarrierPicturesTest {

    private static final Color ORANGE = Color.web("#e69f00");

    private LabViewModel lab;
    private BarrierViewModel barrier;
    private ViewStage stage;

    @BeforeAll
    void open() {
        ViewStage.start();
        lab = onFx(LabViewModel::new);
        barrier = onFx(() -> new BarrierViewModel(lab));
        stage = ViewStage.open(() -> Fxml.load(BarrierController.class,
                new Controllers().add(BarrierController.class, () -> new BarrierController(barrier))), 485, 240);
        Frames.pass();
        stage.picture("barrier-empty");
        // Pictures are of what is, not of what moves.
        run(() -> stage.node("barrier").getScene().getPreferences().setReducedMotion(true));
    }

    @AfterAll
    void close() {
        run(lab::close);
        stage.close();
    }

    @Test
    void aSlotTakesItsWorkersColourAsItFills() {
        stage.look(Theme.DARK, 100);
        ForgedTrace run = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100);

        show(run, 10);
        long little = orange();
        show(run, 60);
        long half = orange();
        show(run, 110);
        long full = orange();

        assertThat(little).isLessThan(half / 2);
        assertThat(half).isLessThan(full);
        assertThat(full).isGreaterThan(2000);
    }

    @Test
    void aChangeOfThemeReachesWhatIsPainted() {
        show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100), 500);

        stage.look(Theme.DARK, 100);
        Frames.pass();
        long dark = orange();
        stage.look(Theme.PROJECTOR, 100);
        Frames.pass();

        assertThat(dark).isPositive();
        assertThat(orange()).isZero();
    }

    @Test
    void pictures() {
        stage.size(485, 240);
        for (Theme theme : Theme.values()) {
            stage.look(theme, 100);
            picture(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100), 890, "barrier-" + theme.id());
            picture(ForgedTrace.phone(CombinePolicy.ARRIVAL_ORDER, 100), 160, "barrier-arrival-" + theme.id());
            picture(ForgedTrace.phone(CombinePolicy.MAJORITY, 100), 1030, "barrier-majority-" + theme.id());
            picture(new ForgedTrace(PartitionKind.PIPELINE, CombinePolicy.CONTENT_ADDRESSED, 100, 1, 1, 1.5, 1, 2, 1, 1,
                    10), 760, "barrier-pipeline-" + theme.id());
        }
        stage.look(Theme.DARK, 100);
        picture(ForgedTrace.phone(CombinePolicy.FIRST_RESPONSE, 100), 105, "barrier-first-response");
        picture(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100), 1010, "barrier-open");
        picture(new ForgedTrace(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 1, 1, 1, 1, 1, 1, 1, 1, 2)
                .atFullSpeed(), 800, "barrier-sampled");
        picture(new ForgedTrace(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 35, 1, 1, 1, 1, 1, 1, 1, 2), 950,
                "barrier-replayed");
        stage.size(455, 220);
        show(ForgedTrace.phone(CombinePolicy.MAJORITY, 1), 3_000);
        run(() -> lab.selectedStageProperty().set(17 * 48 + 14));
        Frames.pass();
        stage.picture("barrier-past");
        run(() -> lab.selectedStageProperty().set(LabViewModel.NOW));
        stage.size(485, 240);
        for (int zoom : new int[] {80, 200}) {
            stage.look(Theme.LIGHT, zoom);
            stage.size(zoom == 80 ? 485 : 940, zoom == 80 ? 240 : 480);
            picture(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 100), 890, "barrier-zoom-" + zoom);
            picture(ForgedTrace.phone(CombinePolicy.MAJORITY, 100), 1030, "barrier-majority-zoom-" + zoom);
        }
        stage.look(Theme.DARK, 100);
        stage.size(1000, 400);
        picture(ForgedTrace.phone(CombinePolicy.MAJORITY, 100), 1030, "barrier-wide");
        stage.size(485, 240);
    }

    private void picture(ForgedTrace run, long millis, String name) {
        show(run, millis);
        stage.picture(name);
    }

    /// Lets a forged run go by up to a moment.
    private void show(ForgedTrace forged, long millis) {
        ForgedTrace.Growing growing = forged.stages(900).growing();
        run(() -> {
            barrier.watch(new BarrierRunViewModel(growing.trace(), forged.settings(), ForgedTrace.config(), 50,
                    forged.throttle(), 10_000 * MILLI));
            for (long time = 0; time <= millis; time += 10) {
                growing.until(ORIGIN + time * MILLI);
                barrier.look(Going.ON, ORIGIN + time * MILLI);
            }
        });
        Frames.pass();
    }

    private long orange() {
        WritableImage image = onFx(() -> stage.<Node>node("barrier").snapshot(null, null));
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getPixelReader().getColor(x, y).equals(ORANGE) ? 1 : 0;
            }
        }
        return count;
    }
}
