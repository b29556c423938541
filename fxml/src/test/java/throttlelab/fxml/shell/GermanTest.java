package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.testing.InGerman;

/// The window in German, from one end to the other.
@ExtendWith(InGerman.class)
class GermanTest {

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.shipped();
    }

    @AfterEach
    void close() {
        window.close();
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

    /// Begun in English, gone on with in German.
    @Test
    void aLessonGoesOnWhereItWasLeftInAnotherLanguage() {
        LabStage.onFx(() -> window.lab.memory().kept().put("lessons.place.2-slow-phone", "1:0"));
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.until("lessons are listed", () -> !list().getItems().isEmpty());
        assertThat(LabStage.onFx(() -> list().getItems().get(1).toString()))
                .contains("title=Ein langsames Telefon kommt dazu", "done=1, steps=2");
        LabStage.onFx(() -> list().getSelectionModel().select(1));
        window.frame();
        assertThat(LabStage.onFx(() -> window.node("lessonsPredict1", Labeled.class).getText()))
                .isEqualTo("Wann die Wörter kommen. Sonst nichts.");

        window.click("lessonsPredict1");
        window.key(KeyCode.G);
        assertThat(text("guideTitle")).isEqualTo("Ein langsames Telefon kommt dazu · Schritt 2 von 2 · Zehnmal langsamer");
        assertThat(text("guideDo")).contains("Drücke Start");
    }

    private ListView<?> list() {
        return window.node("lessonsList", ListView.class);
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
