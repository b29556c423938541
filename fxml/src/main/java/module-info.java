/// The window: one package per view, each with its FXML, controller and view model side by side.
module throttlelab.fxml {
    requires throttlelab.engine;
    requires transitive javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;

    exports throttlelab.fxml;
}
