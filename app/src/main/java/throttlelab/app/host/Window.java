package throttlelab.app.host;

/// The window, seen from the command line: what a start without arguments opens where there is a screen.
@FunctionalInterface
public interface Window {

    /// Opens it and returns when it was closed.
    ///
    /// @return the program's exit code
    int show();
}
