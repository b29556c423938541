/// The program: what a person starts, from a terminal or as a window.
module throttlelab.app {
    requires throttlelab.engine;
    requires throttlelab.fxml;
    requires info.picocli;

    opens throttlelab.app to info.picocli;
}
