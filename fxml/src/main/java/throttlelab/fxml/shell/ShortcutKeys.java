package throttlelab.fxml.shell;

import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.ToggleSwitch;
import throttlelab.fxml.shortcuts.Shortcut;
import throttlelab.fxml.view.Sheets;

/// Hears key presses that nobody else wanted.
final class ShortcutKeys {

    private final Map<Shortcut, Runnable> actions;
    private final Sheets sheets;
    private boolean done;

    /// @param sheets while one is open, no shortcut works
    ShortcutKeys(Map<Shortcut, Runnable> actions, Sheets sheets) {
        this.actions = actions;
        this.sheets = sheets;
    }

    /// Listens to a scene.
    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            done = false;
            // What was merely clicked does not keep Space to itself: it runs and holds, as in every player.
            Node focused = scene.getFocusOwner();
            if (event.getCode() == KeyCode.SPACE && focused != null && !focused.isFocusVisible() && !text(focused)) {
                perform(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!wantedBy(scene.getFocusOwner(), event)) {
                perform(event);
            }
        });
        // The letter of a shortcut must not be typed into the field of the sheet that it opened.
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (done) {
                event.consume();
            }
        });
    }

    private void perform(KeyEvent event) {
        Optional<Runnable> action = Shortcut.of(event).map(actions::get);
        if (action.isPresent() && !sheets.open()) {
            done = true;
            action.get().run();
            event.consume();
        }
    }

    /// Whether the key means something where the focus is: letters in a text, Space on a button.
    private static boolean wantedBy(Node focused, KeyEvent event) {
        if (event.isShortcutDown() || event.getCode().isFunctionKey()) {
            return false;
        }
        return text(focused) || pressable(focused) && event.getCode() == KeyCode.SPACE;
    }

    private static boolean text(Node focused) {
        return focused instanceof TextInputControl || focused instanceof Spinner<?>;
    }

    private static boolean pressable(Node focused) {
        return focused instanceof ButtonBase || focused instanceof ToggleSwitch
                || focused instanceof ComboBoxBase<?> || focused instanceof ListView<?>;
    }
}
