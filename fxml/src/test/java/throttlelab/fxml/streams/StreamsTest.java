package throttlelab.fxml.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.Profiles;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamsTest {

    private TestLab test;
    private LabViewModel lab;
    private StreamsViewModel streams;
    private ViewStage stage;
    private StreamGrid grid;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        streams = onFx(() -> new StreamsViewModel(lab));
        stage = ViewStage.open(() -> Fxml.load(StreamsController.class, new Controllers().add(StreamsController.class,
                () -> new StreamsController(streams))), 485, 190);
        grid = stage.node("streamsGrid");
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void fresh() {
        run(lab.runs()::stop);
        test.awaitReady();
        stage.size(485, 190);
        run(() -> {
            lab.setup().apply(Profiles.NONE);
            lab.setup().twinProperty().set(false);
            lab.setup().promptProperty().set(TestLab.PROMPT);
            lab.selectedPositionProperty().set(-1);
        });
    }

    @Test
    void equalTokensAreQuietAndTheBaselineStandsAbove() {
        test.set(8, 0, "content-addressed").runToTheEnd();

        StreamLines lines = onFx(() -> streams.linesProperty().get());
        TokenStream expected = lab.baseline().of(TestLab.PROMPT).orElseThrow();
        assertThat(lines.lines()).isEqualTo(2);
        assertThat(lines.head(0)).isEqualTo(new LineHead("Baseline", "made on the spot"));
        assertThat(lines.head(1)).isEqualTo(new LineHead("Live", "content-addressed"));
        assertThat(lines.size(1)).isEqualTo(8);
        assertThat(marks(lines, 1)).containsOnly(Mark.EQUAL);
        assertThat(cells(lines, 1)).extracting(StreamCell::note).containsOnly("=");
        assertThat(cells(lines, 0)).extracting(StreamCell::mark).containsOnly(Mark.EXPECTED);
        assertThat(cells(lines, 0).getFirst().note())
                .isEqualTo(String.format("%.4f", expected.logprobs()[0]).replace(',', '.'));
    }

    @Test
    void aTwinInOrderOfArrivalDriftsByBits() {
        run(() -> {
            lab.setup().twinProperty().set(true);
            lab.setup().twinPolicyProperty().set("arrival-order");
            lab.setup().apply(Profiles.REVERSE_RAMP);
        });
        test.set(6, 2, "content-addressed").runToTheEnd();

        StreamLines lines = onFx(() -> streams.linesProperty().get());
        assertThat(lines.lines()).isEqualTo(3);
        assertThat(lines.head(2)).isEqualTo(new LineHead("Twin", "arrival order"));
        assertThat(marks(lines, 1)).containsOnly(Mark.EQUAL);
        assertThat(marks(lines, 2)).contains(Mark.LOGPROB);
        assertThat(cells(lines, 2)).filteredOn(cell -> cell.mark() == Mark.LOGPROB)
                .allSatisfy(cell -> assertThat(cell.note()).matches("≈ \\d+ ulp"));
        stage.size(745, 230);
        stage.pictures("streams-twin");
    }

    @Test
    void whatFollowsADifferentTokenIsItsConsequence() {
        run(() -> lab.setup().slow(0, 6));
        test.set(6, 3, "majority").runToTheEnd();

        StreamLines lines = onFx(() -> streams.linesProperty().get());
        List<StreamCell> cells = cells(lines, 1);
        int first = marks(lines, 1).indexOf(Mark.TOKEN);
        assertThat(first).isNotNegative();
        assertThat(cells.get(first).consequence()).isFalse();
        assertThat(cells.subList(first + 1, 6)).allMatch(StreamCell::consequence);
        assertThat(cells.get(first).note()).isEqualTo("≠ " + lines.cell(0, first).text());

        run(() -> streams.selectedProperty().set(first));
        stage.pictures("streams-majority");
        clickOn(first);
        assertThat(text("streamsDetailsVerdict")).startsWith("≠ \"").contains("was expected");
        stage.robot().type(KeyCode.RIGHT);
        await(() -> text("streamsDetailsVerdict").endsWith("this is its consequence."));
        stage.robot().type(KeyCode.ESCAPE);
        await(() -> stage.robot().lookup("#streamsDetails").tryQuery().isEmpty());
    }

    @Test
    void aClickShowsAllAboutAToken() {
        run(() -> {
            lab.setup().twinProperty().set(true);
            lab.setup().twinPolicyProperty().set("arrival-order");
            lab.setup().apply(Profiles.REVERSE_RAMP);
        });
        test.set(6, 2, "content-addressed").runToTheEnd();
        int different = onFx(() -> marks(streams.linesProperty().get(), 2).indexOf(Mark.LOGPROB));
        assertThat(different).isNotNegative();

        clickOn(different);

        assertThat(lab.selectedPositionProperty().get()).isEqualTo(different);
        TokenDetails details = onFx(() -> streams.details(different));
        TokenStream expected = lab.baseline().of(TestLab.PROMPT).orElseThrow();
        TokenSide baseline = details.sides().get(0);
        TokenSide twin = details.sides().get(2);
        assertThat(baseline.token()).isEqualTo(Integer.toString(expected.tokens()[different]));
        assertThat(Float.parseFloat(baseline.logprob())).isEqualTo(expected.logprobs()[different]);
        assertThat(Integer.parseUnsignedInt(baseline.bits(), 16)).isEqualTo(expected.bits(different));
        assertThat(baseline.bits()).hasSize(8);
        assertThat(twin.bits()).hasSize(8).isNotEqualTo(baseline.bits());
        assertThat(Float.floatToIntBits(Float.parseFloat(twin.logprob())))
                .isEqualTo(Integer.parseUnsignedInt(twin.bits(), 16));
        assertThat(twin.distance()).matches("\\d+ ULPs?");
        assertThat(Float.parseFloat(twin.margin())).isPositive();
        assertThat(details.sides().get(1).bits()).isEqualTo(baseline.bits());
        assertThat(details.sides().get(1).distance()).isEqualTo("equal bits");

        Node pane = stage.robot().lookup("#streamsDetails").query();
        for (TokenSide side : details.sides()) {
            for (String value : List.of(side.text(), side.token(), side.logprob(), side.bits(), side.margin())) {
                assertThat(stage.robot().from(pane).lookup((Label label) -> label.getText().equals(value)).queryAll())
                        .as(value).isNotEmpty();
            }
        }
        assertThat(text("streamsDetailsVerdict")).contains("Live: = Token").contains("Twin: ≈ Same token");
        stage.pictureOfNode("streams-details", pane);
        stage.robot().type(KeyCode.ESCAPE);
        stage.size(1000, 400);
        stage.look(Theme.LIGHT, 200);
        clickOn(different);
        stage.pictureOfNode("streams-details-light-200", stage.robot().lookup("#streamsDetails").query());
        stage.robot().type(KeyCode.ESCAPE);
        stage.look(Theme.DARK, 100);
    }

    @Test
    void arrowsWalkAndEnterOpens() {
        test.set(30, 0, "content-addressed").runToTheEnd();
        run(grid::requestFocus);
        stage.robot().type(KeyCode.HOME).type(KeyCode.RIGHT, 2);
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(2);
        assertThat(grid.getAccessibleText())
                .isEqualTo("Streams, token 3: = Token and log-probability are equal to the bit.");
        stage.robot().type(KeyCode.LEFT);
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(1);
        stage.robot().type(KeyCode.DOWN);
        int columns = lab.selectedPositionProperty().get() - 1;
        assertThat(columns).isBetween(4, 9);
        stage.robot().type(KeyCode.UP);
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(1);
        stage.robot().type(KeyCode.END);
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(29);
        assertThat(bounds(29)).isPresent();
        assertThat(bounds(0)).isEmpty();
        stage.robot().type(KeyCode.RIGHT);
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(29);
        stage.robot().type(KeyCode.PAGE_UP);
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(29 - columns);

        stage.robot().type(KeyCode.ENTER);
        await(() -> stage.robot().lookup("#streamsDetails").tryQuery().isPresent());
        assertThat(text("streamsDetailsVerdict")).isEqualTo("= Token and log-probability are equal to the bit.");
        stage.robot().type(KeyCode.ESCAPE);
        await(() -> stage.robot().lookup("#streamsDetails").tryQuery().isEmpty());
    }

    @Test
    void escapeClosesTheDetailsThoughATooltipIsSeen() {
        test.set(4, 0, "content-addressed").runToTheEnd();
        run(() -> lab.selectedPositionProperty().set(1));
        run(grid::requestFocus);
        run(() -> grid.getTooltip().show(grid.getScene().getWindow()));
        stage.robot().type(KeyCode.ENTER);
        assertThat(stage.robot().lookup("#streamsDetails").tryQuery()).isPresent();

        stage.robot().type(KeyCode.ESCAPE);

        assertThat(stage.robot().lookup("#streamsDetails").tryQuery()).isEmpty();
        assertThat(grid.getTooltip().isShowing()).isFalse();
    }

    @Test
    void theNewestTokenIsFollowedUnlessAPersonScrollsBack() {
        test.set(400, 2, "content-addressed").start();
        await(() -> streams.linesProperty().get().size(1) > 25);
        assertThat(onFx(() -> grid.boundsOf(streams.linesProperty().get().size(1) - 1))).isPresent();
        assertThat(bounds(0)).isEmpty();

        ScrollBar bar = (ScrollBar) grid.lookup(".scroll-bar");
        stage.robot().moveTo(grid).scroll(25, VerticalDirection.UP);
        await(() -> bar.getValue() == 0);
        int then = onFx(() -> streams.linesProperty().get().size(1));
        await(() -> streams.linesProperty().get().size(1) > then + 10);
        assertThat(bar.getValue()).isZero();

        run(() -> lab.selectedPositionProperty().set(streams.linesProperty().get().size(1) - 1));
        int back = onFx(() -> streams.linesProperty().get().size(1));
        await(() -> streams.linesProperty().get().size(1) > back + 20);
        assertThat(onFx(() -> grid.boundsOf(streams.linesProperty().get().size(1) - 1))).isPresent();
    }

    @Test
    void selectingFromElsewhereScrollsThere() {
        test.set(60, 0, "content-addressed").runToTheEnd();
        await(() -> bounds(0).isEmpty());

        run(() -> lab.selectedPositionProperty().set(3));
        assertThat(bounds(3)).isPresent();
        run(() -> lab.selectedPositionProperty().set(40));
        assertThat(bounds(40)).isPresent();
    }

    @Test
    void aTokenThatComesAloneLooksAsIfAllHadBeenPainted() {
        stage.size(745, 400);
        test.set(12, 3, "content-addressed").runToTheEnd();
        var incremental = onFx(() -> grid.snapshot(null, null));
        run(() -> {
            streams.selectedProperty().set(2);
            streams.selectedProperty().set(-1);
        });
        var whole = onFx(() -> grid.snapshot(null, null));

        assertThat(Arrays.equals(ViewStage.pixels(incremental), ViewStage.pixels(whole))).isTrue();
        assertThat(IntStream.of(ViewStage.pixels(whole)).distinct().count()).as("colours").isGreaterThan(20);
    }

    @Test
    void pictures() {
        stage.size(485, 190);
        test.set(50, 0, "content-addressed").runToTheEnd();
        stage.pictures("streams");
        run(() -> lab.selectedPositionProperty().set(20));
        stage.look(Theme.LIGHT, 80);
        stage.picture("streams-light-80");
        stage.size(1000, 400);
        stage.look(Theme.LIGHT, 200);
        stage.picture("streams-light-200");
        stage.look(Theme.DARK, 100);
    }

    private void clickOn(int position) {
        Bounds bounds = bounds(position).orElseThrow();
        stage.robot().clickOn(onFx(() -> grid.localToScreen(new Point2D(bounds.getCenterX(), bounds.getCenterY()))));
        await(() -> stage.robot().lookup("#streamsDetails").tryQuery().isPresent());
    }

    private Optional<Bounds> bounds(int position) {
        return onFx(() -> grid.boundsOf(position));
    }

    private static List<StreamCell> cells(StreamLines lines, int line) {
        return IntStream.range(0, lines.size(line)).mapToObj(position -> lines.cell(line, position)).toList();
    }

    private static List<Mark> marks(StreamLines lines, int line) {
        return cells(lines, line).stream().map(StreamCell::mark).toList();
    }

    private String text(String id) {
        return onFx(() -> stage.robot().lookup("#" + id).<Label>query().getText());
    }
}
