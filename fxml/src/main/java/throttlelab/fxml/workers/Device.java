package throttlelab.fxml.workers;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// What kind of machine a worker stands for.
public enum Device {

    /// A desktop.
    DESKTOP,

    /// A laptop.
    LAPTOP,

    /// A phone or tablet.
    PHONE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return Texts.get("workers.device." + id());
    }
}
