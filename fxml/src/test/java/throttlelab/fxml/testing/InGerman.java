package throttlelab.fxml.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.texts.Texts;

/// Has the window speak German in all tests of a class, and English again after them.
public final class InGerman implements BeforeAllCallback, AfterAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Texts.speak(Language.GERMAN, "en");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Texts.speak(Language.ENGLISH, "en");
    }
}
