package throttlelab.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import throttlelab.fxml.lab.LabMemory;
import throttlelab.fxml.problem.ProblemViewModel;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;

/// The system's file choosers over a window. Each begins where the last one ended, the first one where the
/// last file lies.
final class WindowDialogs implements Dialogs {

    private final Window owner;
    private final ProblemViewModel problems;
    private final LabMemory memory;
    private File folder;

    /// @param memory knows the last files
    WindowDialogs(Window owner, ProblemViewModel problems, LabMemory memory) {
        this.owner = owner;
        this.problems = problems;
        this.memory = memory;
    }

    @Override
    public Optional<Path> chooseOpen(String title, FileType type) {
        return chosen(chooser(title, type).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> chooseSave(String title, FileType type, String proposedName) {
        FileChooser chooser = chooser(title, type);
        chooser.setInitialFileName(proposedName);
        return chosen(chooser.showSaveDialog(owner)).map(path -> withEnding(path, type));
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    @Override
    public void showProblem(String sentence, String details) {
        problems.tell(sentence, details);
    }

    private FileChooser chooser(String title, FileType type) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(type.description(),
                type.extensions().stream().map(extension -> "*." + extension).toList()));
        Stream.concat(Stream.ofNullable(folder), memory.recentFiles().stream().map(file -> file.getParent().toFile()))
                .filter(File::isDirectory).findFirst().ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        if (file == null) {
            return Optional.empty();
        }
        folder = file.getParentFile();
        return Optional.of(file.toPath());
    }

    /// Not every system's chooser adds the ending.
    private static Path withEnding(Path path, FileType type) {
        String name = path.getFileName().toString();
        return name.contains(".") ? path : path.resolveSibling(name + "." + type.extension());
    }
}
