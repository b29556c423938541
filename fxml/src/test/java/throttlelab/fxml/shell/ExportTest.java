package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.report.content.Report;
import throttlelab.fxml.lab.LabState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person runs a bet and takes its result out of the window.
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportTest {

    private static final int PROMPTS = 2;
    private static final int TOKENS = 3;
    private static final int PROFILES = 3;

    private LabStage window;
    @TempDir
    private Path folder;

    @BeforeAll
    void open() throws Exception {
        window = LabStage.shipped();
    }

    @AfterAll
    void close() {
        window.close();
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Label.class).getText());
    }

    private void type(String spinner, int number) {
        window.robot.doubleClickOn(window.node(spinner, Node.class).lookup(".text-field"))
                .write(Integer.toString(number)).type(KeyCode.ENTER);
    }

    @Test
    @Order(1)
    void beforeTheFirstBetThereIsNothingToExport() {
        window.key(KeyCode.CONTROL, KeyCode.E);

        assertThat(text("exportWhat")).startsWith("There is nothing to report on yet");
        assertThat(LabStage.onFx(() -> window.node("exportSave", Button.class).isDisabled())).isTrue();
        window.robot.push(KeyCode.ESCAPE);
        assertThat(window.seen("exportSheet")).isFalse();
    }

    @Test
    @Order(2)
    void theResultOfABetIsWrittenInEveryFormat() throws IOException {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        type("betPrompts", PROMPTS);
        type("betTokens", TOKENS);
        window.click("betRun");
        window.await(LabState.BETTING);
        window.await(LabState.READY);
        LabStage.onFx(() -> window.node("betExport", Button.class).fire());
        assertThat(text("exportWhat")).startsWith("The result of the bet: ");
        window.picture("export");

        Path html = export("HTML", "45_throttle.html");
        window.picture("export-done");
        String page = Files.readString(html).strip();
        assertThat(page.lines().findFirst()).contains("<!doctype html>");
        assertThat(page.contains("<svg ") && page.contains("</html>")).as("it has charts and is whole").isTrue();
        Path pdf = export("PDF", "45_throttle.pdf");
        String pages = new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1).strip();
        assertThat(pages.startsWith("%PDF-") && pages.endsWith("%%EOF")).isTrue();
        Path csv = export("CSV", "45_throttle.csv");
        assertThat(Files.readAllLines(csv)).as("a head, and a row for every position")
                .hasSize(1 + PROMPTS * TOKENS * PROFILES);
        Path json = export("JSON", "45_throttle.report.json");
        JsonNode report = new JsonMapper().readTree(Files.readString(json));
        assertThat(report.get("format").asString()).isEqualTo(Report.FORMAT);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(html, pdf, csv, json);
        }
        window.robot.push(KeyCode.ESCAPE);
    }

    /// Chooses a format by its button and a file, and waits until it is written.
    private Path export(String format, String proposed) {
        Path file = folder.resolve(proposed);
        window.dialogs.answers.add(file);
        window.click("export" + format);
        window.click("exportSave");
        window.until(format + " is written", () -> window.node("exportText", Label.class).getText()
                .startsWith("Written: " + file));
        assertThat(window.dialogs.questions.getLast()).isEqualTo("Export report: " + proposed);
        assertThat(LabStage.onFx(() -> window.node("exportClose", Button.class).isFocused())).isTrue();
        assertThat(window.seen("exportProgress")).isFalse();
        return file;
    }

    @Test
    @Order(3)
    void whoThinksBetterOfItOrHasNoRoomWritesNothing(@TempDir Path other) throws IOException {
        Path file = other.resolve("a file");
        Files.writeString(file, "not a folder");
        window.key(KeyCode.CONTROL, KeyCode.E);
        window.click("exportSave");
        assertThat(window.seen("exportText")).isFalse();

        window.dialogs.answers.add(file.resolve("report.html"));
        window.click("exportSave");
        window.until("the problem is told", () -> window.problems.openProperty().get());

        assertThat(text("problemSentence")).contains("there is a file where a folder is needed");
        window.robot.push(KeyCode.ESCAPE);
        assertThat(text("exportText")).isEqualTo("Nothing was written.");
        window.robot.push(KeyCode.ESCAPE);
        assertThat(other).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    @Order(4)
    void aComparisonIsWrittenToo(@TempDir Path other) throws IOException {
        window.click("shellTabCompare");
        assertThat(window.seen("compareExport")).as("nothing is compared").isFalse();
        Path baseline = LabStage.SAMPLES.resolve("baselines").resolve("fractalmoe-30m-none.json");
        Path result = LabStage.SAMPLES.resolve("bet").resolve("45_throttle.batch-1.json");
        window.dialogs.answers.addAll(List.of(baseline, result));
        window.click("compareOpenA");
        window.click("compareOpenB");
        window.until("they are compared", () -> window.node("compareExport", Node.class).isVisible());
        Path file = other.resolve("comparison.csv");
        window.dialogs.answers.add(file);

        window.click("compareExport");
        assertThat(text("exportWhat"))
                .isEqualTo("fractalmoe-30m-none.json compared with 45_throttle.batch-1.json");
        window.click("exportCSV");
        window.click("exportSave");
        window.until("it is written", () -> window.node("exportText", Label.class).getText().startsWith("Written: "));

        assertThat(window.dialogs.questions.getLast())
                .isEqualTo("Export report: fractalmoe-30m-none-with-45_throttle.batch-1.csv");
        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(5_000);
        window.robot.push(KeyCode.ESCAPE);
        Pictures.write(window.scene, "export-compare");
    }

    @Test
    @Order(5)
    void theSheetHasRoomForLargeText() {
        window.key(KeyCode.CONTROL, KeyCode.E);
        window.zoom(200);
        Pictures.write(window.scene, "export-200");
        List<String> ids = List.of("exportHTML", "exportJSON", "exportClose", "exportSave");
        assertThat(ids).allSatisfy(id -> assertThat(LabStage.onFx(() -> window.node(id, Node.class)
                .localToScene(window.node(id, Node.class).getLayoutBounds()).getMaxY())).isLessThan(700));
        window.zoom(100);
        window.robot.push(KeyCode.ESCAPE);
    }

    @Test
    @Order(6)
    void answersOfOtherSystemsAreReportedAsPrinted(@TempDir Path other) throws IOException {
        window.click("shellTabCompare");
        Path foreign = LabStage.SAMPLES.resolve("foreign");
        window.dialogs.answers.add(foreign.resolve("openai-chat.json"));
        window.click("compareOpenA");
        // Beside a result of a hundred prompts it does not say which one it answers.
        window.until("the mixture is refused", () -> window.problems.openProperty().get());
        window.robot.push(KeyCode.ESCAPE);
        window.dialogs.answers.add(foreign.resolve("llama-cpp.json"));
        window.click("compareOpenB");
        window.until("they are compared", () -> window.node("compareNameB", Label.class).getText()
                .equals("llama-cpp.json") && window.node("compareExport", Node.class).isVisible());
        Path file = other.resolve("answers.html");
        window.dialogs.answers.add(file);

        window.click("compareExport");
        window.click("exportHTML");
        window.click("exportSave");
        window.until("it is written", () -> window.node("exportText", Label.class).getText().startsWith("Written: "));

        assertThat(Files.readString(file)).contains("EQUAL AS PRINTED", "openai-chat.json").doesNotContain("STRICT");
        window.robot.push(KeyCode.ESCAPE);
    }
}
