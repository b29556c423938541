/// The window: one package per view, each with its FXML, controller and view model side by side.
module throttlelab.fxml {
    requires atlantafx.base;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires transitive javafx.controls;
    requires transitive throttlelab.engine;

    exports throttlelab.fxml;
    exports throttlelab.fxml.control;
    exports throttlelab.fxml.lab;
    exports throttlelab.fxml.problem;
    exports throttlelab.fxml.shell;
    exports throttlelab.fxml.texts;
    exports throttlelab.fxml.theme;
    exports throttlelab.fxml.tour;
    exports throttlelab.fxml.view;

    opens throttlelab.fxml.about to javafx.fxml;
    opens throttlelab.fxml.barrier to javafx.fxml;
    opens throttlelab.fxml.bet to javafx.fxml;
    opens throttlelab.fxml.compare to javafx.fxml;
    opens throttlelab.fxml.export to javafx.fxml;
    opens throttlelab.fxml.help to javafx.fxml;
    opens throttlelab.fxml.lessons to javafx.fxml;
    opens throttlelab.fxml.live to javafx.fxml;
    opens throttlelab.fxml.loading to javafx.fxml;
    opens throttlelab.fxml.present to javafx.fxml;
    opens throttlelab.fxml.problem to javafx.fxml;
    opens throttlelab.fxml.prompt to javafx.fxml;
    opens throttlelab.fxml.proof to javafx.fxml;
    opens throttlelab.fxml.settings to javafx.fxml;
    opens throttlelab.fxml.shell to javafx.fxml;
    opens throttlelab.fxml.shortcuts to javafx.fxml;
    opens throttlelab.fxml.streams to javafx.fxml;
    opens throttlelab.fxml.timeline to javafx.fxml;
    opens throttlelab.fxml.tour to javafx.fxml;
    opens throttlelab.fxml.transport to javafx.fxml;
    opens throttlelab.fxml.verdict to javafx.fxml;
    opens throttlelab.fxml.workers to javafx.fxml;
}
