package throttlelab.fxml.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import throttlelab.fxml.texts.Texts;

/// Loads an FXML file that lies beside its controller.
public final class Fxml {

    private Fxml() {
    }

    /// Loads `X.fxml` that lies beside `XController`. Its includes get their controllers from the same place.
    public static Parent load(Class<?> controller, Controllers controllers) {
        String name = controller.getSimpleName().replace("Controller", ".fxml");
        Tooltips.letEscapePass();
        URL file = Objects.requireNonNull(controller.getResource(name), name);
        try {
            return FXMLLoader.load(file, Texts.bundle(), null, controllers);
        } catch (IOException e) {
            throw new UncheckedIOException("the view " + name + " cannot be loaded", e);
        }
    }
}
