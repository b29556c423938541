package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.texts.Texts;

/// The window in German, from one end to the other.
class GermanTest {

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        Texts.speak(Language.GERMAN, "en");
        window = LabStage.shipped();
    }

    @AfterEach
    void close() {
        window.close();
        Texts.speak(Language.ENGLISH, "en");
    }

    @Test
    void aRunAndItsFigures() {
        window.slowMotion();
        LabStage.onFx(() -> {
            window.lab.setup().tempoProperty().set(2.5);
            window.lab.setup().slow(7, 2.5);
        });
        assertThat(text("transportTempoText")).isEqualTo("2,5 ms je Stufe");
        assertThat(text("transportRun")).isEqualTo("Start");
        window.key(KeyCode.SPACE);
        window.await(LabState.READY);

        assertThat(text("verdictThrottling")).matches("2,50× gesetzt, \\d+,\\d\\d× gemessen");
        // Bits and log-probabilities are the same in every language.
        String line = LabStage.onFx(() -> window.lab.setupLine().text());
        assertThat(line).contains("tempo=2.5 ");
        window.picture("german-live");
    }

    @Test
    void everyTabHasItsName() {
        List<String> names = List.of("Live", "Wette 45", "Vergleich", "Beweis", "Lektionen");
        List<String> ids = List.of("Live", "Bet", "Compare", "Proof", "Lessons");
        for (int tab = 0; tab < names.size(); tab++) {
            assertThat(text("shellTab" + ids.get(tab))).isEqualTo(names.get(tab));
        }
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
