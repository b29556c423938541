/// The program: what a person starts, from a terminal or as a window.
module throttlelab.app {
    requires throttlelab.engine;
    requires throttlelab.fxml;
    requires info.picocli;
    requires java.logging;

    opens throttlelab.app.command to info.picocli;
}
