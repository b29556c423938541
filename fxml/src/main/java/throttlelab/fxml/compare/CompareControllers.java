package throttlelab.fxml.compare;

import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.Sheets;

/// Says how the controllers of this tab are made: `Compare.fxml` includes views of its own.
public final class CompareControllers {

    private CompareControllers() {
    }

    /// Adds the controllers of the tab.
    ///
    /// @param sheets while one is open, the keys of the tab do nothing
    public static Controllers add(Controllers controllers, CompareViewModel compare, Dialogs dialogs, Sheets sheets) {
        return controllers.add(CompareController.class, () -> new CompareController(compare, dialogs, sheets))
                .add(CompareListController.class, () -> new CompareListController(compare))
                .add(ComparePrintedController.class, () -> new ComparePrintedController(compare));
    }
}
