package throttlelab.fxml.workers;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// What a worker is doing now.
public enum Activity {

    /// No run goes on.
    IDLE,

    /// It is dead, and the run waits where it needs it.
    DEAD,

    /// It does all of the below in turns, too fast for eyes.
    UNSTOPPED,

    /// It has nothing to do in this stage, or has not begun.
    WAITING,

    /// It computes.
    COMPUTING,

    /// It has computed and is held back by its throttle.
    DELAYED,

    /// Its contribution has been delivered; it waits for the others.
    DELIVERED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String text() {
        return Texts.get("workers.activity." + id());
    }
}
