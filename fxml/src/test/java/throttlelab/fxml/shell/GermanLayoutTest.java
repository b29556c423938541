package throttlelab.fxml.shell;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.texts.Texts;

/// German words are longer, and nothing is cut off all the same.
class GermanLayoutTest extends LayoutTest {

    @BeforeAll
    static void speakGerman() {
        Texts.speak(Language.GERMAN, "de");
    }

    @AfterAll
    static void speakEnglishAgain() {
        Texts.speak(Language.ENGLISH, "en");
    }
}
