package throttlelab.fxml.view;

import java.nio.file.Path;
import java.util.Optional;

/// What a view asks a person for, or tells them, outside of its own room. The window has real choosers; tests answer
/// themselves.
public interface Dialogs {

    /// Asks for a file to read.
    ///
    /// @param title what it is wanted for, as the chooser's title
    /// @return the file, or nothing if the person thought better of it
    Optional<Path> chooseOpen(String title, FileType type);

    /// Asks where to write a file.
    ///
    /// @param title what is to be written, as the chooser's title
    /// @param proposedName a file name to begin with
    /// @return the file, or nothing if the person thought better of it
    Optional<Path> chooseSave(String title, FileType type, String proposedName);

    /// Asks for a folder to read.
    ///
    /// @param title what it is wanted for, as the chooser's title
    /// @return the folder, or nothing if the person thought better of it, or there is nobody to ask
    default Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    /// Tells of a problem and returns at once; the person closes it.
    ///
    /// @param sentence what is wrong, where, and what to do
    /// @param details for whoever can make use of them, to be copied; may be empty
    void showProblem(String sentence, String details);
}
