package throttlelab.fxml.shell;

import javafx.scene.Scene;
import throttlelab.fxml.help.Glossary;
import throttlelab.fxml.tour.TourViewModel;

/// What helps a person in the window.
///
/// @param tour leads through the tab Live
/// @param shortcuts shows the sheet of shortcuts
/// @param glossary shows the sheet of words
/// @param about shows what the program is made of
record HelpActions(TourViewModel tour, Runnable shortcuts, Runnable glossary, Runnable about) {

    /// Explains the word that stands nearest to the focus, or all of them.
    void explain(Scene scene) {
        if (!Glossary.explainNear(scene.getFocusOwner())) {
            glossary.run();
        }
    }
}
