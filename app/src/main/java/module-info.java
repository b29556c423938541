/// The program: what a person starts, from a terminal or as a window.
module throttlelab.app {
    requires throttlelab.engine;
    requires throttlelab.fxml;
    requires info.picocli;
    requires java.logging;
    requires java.management;
    // How much memory threads have allocated.
    requires jdk.management;

    // JavaFX makes the application itself.
    exports throttlelab.app.window to javafx.graphics;

    opens throttlelab.app.command to info.picocli;
}
