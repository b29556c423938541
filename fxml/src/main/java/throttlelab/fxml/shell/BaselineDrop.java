package throttlelab.fxml.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/// Takes a file that is dropped on the window as the baseline.
final class BaselineDrop {

    private final ShellViewModel shell;
    private final Node target;
    private final Node sign;

    /// @param sign seen while a file hovers over `target`
    BaselineDrop(ShellViewModel shell, Node target, Node sign) {
        this.shell = shell;
        this.target = target;
        this.sign = sign;
    }

    void listen() {
        target.setOnDragOver(this::over);
        target.setOnDragExited(event -> sign.setVisible(false));
        target.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (hover(files(event))) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    /// Files hover over the window.
    ///
    /// @return whether they would be taken
    boolean hover(List<Path> files) {
        boolean taken = shell.baselineAmong(files).isPresent();
        sign.setVisible(taken);
        return taken;
    }

    private void dropped(DragEvent event) {
        event.setDropCompleted(drop(files(event)));
        event.consume();
    }

    /// Files were dropped on the window.
    ///
    /// @return whether they were taken
    boolean drop(List<Path> files) {
        sign.setVisible(false);
        Optional<Path> baseline = shell.baselineAmong(files);
        baseline.ifPresent(shell::openBaseline);
        return baseline.isPresent();
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream().map(File::toPath).toList() : List.of();
    }
}
