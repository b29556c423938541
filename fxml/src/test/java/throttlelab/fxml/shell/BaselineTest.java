package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;

/// Recordings that become the baseline, and those that are refused in words.
class BaselineTest {

    @TempDir
    private Path folder;
    private LabStage window;
    private final Region sign = new Region();

    @BeforeEach
    void open() throws Exception {
        sign.setVisible(false);
        window = LabStage.shipped();
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(0));
        LabStage.onFx(() -> window.lab.setup().tokensProperty().set(2));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aRunIsRecordedAndOpenedAgain() throws Exception {
        Path file = recorded("mine.json");
        assertThat(window.dialogs.questions).containsExactly(
                "Record the present run as the baseline: p001-content-addressed.tlab");
        assertThat(text("shellBaseline")).isEqualTo("Baseline: mine · 1 prompt ✓");

        window.close();
        window = LabStage.shipped();
        window.dialogs.answers.add(file);
        window.click("shellBaseline");
        window.until("the baseline is there", () -> text("shellBaseline").contains("mine · 1 prompt"));
        LabStage.onFx(() -> window.lab.setup().promptProperty().set(window.lab.setup().prompts().get(1)));
        assertThat(text("shellBaseline")).isEqualTo("Baseline mine · 1 prompt: not this prompt");
    }

    @Test
    void nothingIsRecordedBeforeThereIsARun() {
        window.key(KeyCode.CONTROL, KeyCode.S);

        assertThat(window.dialogs.questions).isEmpty();
    }

    @Test
    void thinkingBetterOfItChangesNothing() {
        window.key(KeyCode.CONTROL, KeyCode.O);

        assertThat(window.dialogs.questions).hasSize(1);
        assertThat(text("shellBaseline")).isEqualTo("No baseline");
    }

    @Test
    void aFileThatIsNotJsonIsRefusedInWords() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{ \"format\": oops }");

        refused(wrong, "wrong.json", "line 1");
    }

    @Test
    void aRecordingOfAnotherModelIsRefusedInWords() throws Exception {
        Path file = recorded("mine.json");
        String json = Files.readString(file);
        String digest = LabStage.onFx(() -> window.lab.model().digest().toString());
        Path other = signed(json.replace(digest, digest.replace(digest.charAt(0), digest.charAt(0) == 'a' ? 'b' : 'a')),
                "other.json");

        refused(other, "other.json", "another model");
        assertThat(text("shellBaseline")).contains("mine");
    }

    @Test
    void aRecordingWithAnotherTokenizerIsRefusedInWords() throws Exception {
        String json = Files.readString(recorded("mine.json"));
        Path other = signed(json.replaceFirst("(\"tokenizer_digest\" : \")[0-9a-f]{8}", "$1deadbeef"), "other.json");

        refused(other, "other.json", "another tokenizer", "deadbeef");
    }

    @Test
    void aRecordingOfAnotherNumericsVersionIsRefusedInWords() throws Exception {
        String json = Files.readString(recorded("mine.json"));
        Path other = signed(json.replaceFirst("\"numerics\" : \"[^\"]+\"", "\"numerics\" : \"another/9\""), "other.json");

        refused(other, "other.json", "another/9");
    }

    @Test
    void aDroppedFileBecomesTheBaseline() throws Exception {
        Path file = recorded("mine.json");
        window.close();
        window = LabStage.shipped();

        assertThat(LabStage.onFx(() -> drop().hover(List.of(file)))).isTrue();
        assertThat(sign.isVisible()).isTrue();
        assertThat(LabStage.onFx(() -> drop().drop(List.of(file)))).isTrue();
        assertThat(sign.isVisible()).isFalse();
        window.until("the baseline is there", () -> text("shellBaseline").contains("mine · 1 prompt"));
    }

    @Test
    void severalDroppedFilesAreNotTaken() throws Exception {
        Path file = recorded("mine.json");
        window.close();
        window = LabStage.shipped();

        List<Path> two = List.of(file, Files.copy(file, folder.resolve("again.json")));
        assertThat(LabStage.onFx(() -> drop().hover(two))).isFalse();
        assertThat(LabStage.onFx(() -> drop().drop(two))).isFalse();
        assertThat(text("shellBaseline")).isEqualTo("No baseline");
    }

    @Test
    void theFirstShippedBaselineThatFitsIsTaken() throws Exception {
        Path file = recorded("mine.json");
        Path wrong = Files.writeString(folder.resolve("a.json"), "{}");
        window.close();

        window = LabStage.of(new LabFiles(LabStage.MODEL, LabStage.PROMPTS, List.of(wrong, file)));
        assertThat(text("shellBaseline")).isEqualTo("Baseline: mine · 1 prompt ✓");
        assertThat(window.seen("problemSheet")).isFalse();
    }

    @Test
    void aShippedBaselineThatDoesNotFitIsToldAndTheLabIsReady() throws Exception {
        Path wrong = Files.writeString(folder.resolve("a.json"), "{}");
        window.close();

        window = LabStage.of(new LabFiles(LabStage.MODEL, LabStage.PROMPTS, List.of(wrong)));
        assertThat(text("problemSentence")).contains("a.json");
        window.click("problemClose");
        assertThat(text("shellBaseline")).isEqualTo("No baseline");
        assertThat(window.lab.stateProperty().get()).isEqualTo(LabState.READY);
    }

    private void refused(Path file, String... words) {
        window.dialogs.answers.add(file);
        window.key(KeyCode.CONTROL, KeyCode.O);
        window.until("the refusal is told", () -> window.seen("problemSheet"));

        assertThat(text("problemSentence")).contains(words);
        window.click("problemClose");
    }

    private Path recorded(String name) {
        Path file = folder.resolve(name);
        window.key(KeyCode.SPACE);
        window.until("the run is over", () -> window.lab.run().isPresent()
                && window.lab.stateProperty().get() == LabState.READY);
        window.dialogs.answers.add(file);
        window.key(KeyCode.CONTROL, KeyCode.S);
        window.until("it is recorded", () -> !window.lab.baseline().nameProperty().get().isEmpty());
        return file;
    }

    /// Writes a recording that was changed by hand with a digest that fits again.
    private Path signed(String json, String name) throws IOException {
        byte[] bytes = json.replaceFirst("(?s)(.*\"digest\" : \")[0-9a-f]{64}", "$1" + SelfDigest.ZEROS)
                .getBytes(StandardCharsets.UTF_8);
        SelfDigest.seal(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    /// The same as the window's own: without a screen nothing can be dragged.
    private BaselineDrop drop() {
        return new BaselineDrop(new ShellViewModel(window.lab), window.scene.getRoot(), sign);
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
