package throttlelab.fxml.view;

/// The clipboard, for text. The window has the system's; tests keep what was put there.
@FunctionalInterface
public interface TextClipboard {

    /// Puts a text on the clipboard. On the FX thread.
    void put(String text);
}
