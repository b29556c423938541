/// The window: one package per view, each with its FXML, controller and view model side by side.
module throttlelab.fxml {
    requires transitive throttlelab.engine;
    requires transitive javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires atlantafx.base;

    exports throttlelab.fxml;
    exports throttlelab.fxml.lab;
    exports throttlelab.fxml.texts;
    exports throttlelab.fxml.theme;
    exports throttlelab.fxml.view;
}
