package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.testing.InGerman;

/// What the engine refuses is told in the language of the window.
@ExtendWith(InGerman.class)
class GermanRefusalsTest {

    @TempDir
    private Path folder;
    private LabStage window;

    @BeforeEach
    void open() throws TimeoutException {
        window = LabStage.shipped();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{ \"format\": oops } | ist in Zeile 1, Spalte 13 kein gültiges JSON (unbekanntes Wort 'oops'): dies dort berichtigen.",
        "{ \"format\": \"throttlelab-recording/99\" } | neueren Programm geschrieben",
        "{ \"format\": 7 } | (in Zeile 1, Spalte 13, bei format): 7 steht, wo ein Text erwartet wird; dies berichtigen.",
        "{} | der Schlüssel „format“ fehlt; ihn ergänzen.",
        "'' | ist in Zeile 1"})
    void aWrongFileIsNoBaseline(String text, String told) throws IOException {
        Path wrong = Files.writeString(folder.resolve("falsch.json"), text);
        window.dialogs.answers.add(wrong);
        window.key(KeyCode.CONTROL, KeyCode.O);

        assertThat(told()).startsWith(wrong + " ist ").contains(told);
    }

    @Test
    void aFolderAndAFileThatIsNotThereAreNoBaseline() {
        window.dialogs.answers.add(folder);
        window.key(KeyCode.CONTROL, KeyCode.O);
        assertThat(told()).isEqualTo(folder + " ist ein Ordner, keine Datei: die Datei darin nennen.");
        window.click("problemClose");

        window.dialogs.answers.add(folder.resolve("weg.json"));
        window.key(KeyCode.CONTROL, KeyCode.O);
        assertThat(told()).isEqualTo("Es gibt keine Datei " + folder.resolve("weg.json") + ": den Namen prüfen.");
    }

    @Test
    void aWrongSetUpLineIsNotTaken() {
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        String line = window.copied.getFirst();

        assertThat(pasted("ein Einkaufszettel")).startsWith("Dies ist kein Aufbau eines Labors, es beginnt mit „ein“");
        assertThat(pasted(line.replace("tokens=50", "tokens=fifty")))
                .isEqualTo("Im Aufbau ist „tokens“ hier „fifty“; richtig wäre eine ganze Zahl: ihn noch einmal kopieren.");
        assertThat(pasted(line.replaceAll("model=\\w{16}", "model=0123456789abcdef"))).contains("unterwegs verändert");
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(0));
        LabStage.onFx(() -> window.lab.setup().tokensProperty().set(2));
        window.key(KeyCode.SPACE);
        window.until("the run is over", () -> window.lab.run().isPresent()
                && window.lab.stateProperty().get() == LabState.READY);
        window.dialogs.answers.add(folder);
        window.key(KeyCode.CONTROL, KeyCode.S);

        assertThat(told()).isEqualTo("Die Datei " + folder
                + " kann nicht geschrieben werden, weil ein Ordner so heißt: einen anderen Namen wählen.");
    }

    @Test
    void aRunThatIsRefusedSaysWhy() {
        LabStage.onFx(() -> {
            window.lab.setup().partitionProperty().set("pipeline");
            window.lab.setup().policyProperty().set("majority");
        });

        assertThat(LabStage.onFx(() -> window.node("transportRefusalText", Labeled.class).getText()))
                .contains("braucht Stufen mit mindestens drei Beiträgen").contains("mit 8 Workern hat 1");
    }

    @Test
    void aModelThatCannotBeLoadedIsTold() throws TimeoutException {
        window.close();
        window = LabStage.loading(() -> new LabFiles(folder, LabStage.PROMPTS, List.of()));
        window.until("it is told", () -> window.seen("loadingProblem"));

        assertThat(LabStage.onFx(() -> window.node("loadingProblem", Labeled.class).getText()))
                .isEqualTo("Es gibt keine Datei " + folder.resolve("config.json") + ": den Namen prüfen.");
    }

    private String pasted(String line) {
        window.copied.add(line);
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        String told = told();
        window.robot.push(KeyCode.ESCAPE);
        return told;
    }

    private String told() {
        window.until("the refusal is told", () -> window.seen("problemSheet"));
        return LabStage.onFx(() -> window.node("problemSentence", Labeled.class).getText());
    }
}
