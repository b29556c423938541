package throttlelab.fxml.view;

import javafx.scene.image.Image;

/// The clipboard, for pictures. The window has the system's; tests keep what was put there.
@FunctionalInterface
public interface PictureClipboard {

    /// Puts a picture on the clipboard. On the FX thread.
    void put(Image picture);
}
