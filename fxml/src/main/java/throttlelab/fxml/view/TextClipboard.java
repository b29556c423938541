package throttlelab.fxml.view;

import java.util.Optional;

/// The clipboard, for text. The window has the system's; tests keep what was put there. On the FX thread.
public interface TextClipboard {

    /// Puts a text on the clipboard.
    void put(String text);

    /// The text on the clipboard, if there is one.
    Optional<String> text();
}
