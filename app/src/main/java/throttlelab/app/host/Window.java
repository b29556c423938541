package throttlelab.app.host;

import java.nio.file.Path;
import java.util.Optional;

/// The window, seen from the command line: what a start without arguments opens where there is a screen.
@FunctionalInterface
public interface Window {

    /// Opens it and returns when it was closed.
    ///
    /// @param file what it is to show; nothing for the lab as it is
    /// @return the program's exit code
    int show(Optional<Path> file);
}
