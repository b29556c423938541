package throttlelab.fxml.export;

import java.nio.file.Path;
import throttlelab.engine.files.SafeFiles;
import throttlelab.fxml.lab.LabViewModel;

/// Writes pictures of views.
public final class PictureViewModel {

    private final LabViewModel lab;

    /// The pictures of a lab.
    public PictureViewModel(LabViewModel lab) {
        this.lab = lab;
    }

    /// Writes a picture as PNG, in the background.
    ///
    /// @param written done on the FX thread when it lies in its place
    void save(Path file, Picture picture, Runnable written) {
        lab.inBackground(() -> {
            SafeFiles.write(file, out -> Png.write(picture, out));
            return written;
        }, () -> { });
    }
}
