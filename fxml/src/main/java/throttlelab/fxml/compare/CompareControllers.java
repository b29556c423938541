package throttlelab.fxml.compare;

import java.util.function.Consumer;
import throttlelab.fxml.export.ExportSource;
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
    /// @param export shows from where a report is written
    public static Controllers add(Controllers controllers, CompareViewModel compare, Dialogs dialogs, Sheets sheets,
            Consumer<ExportSource> export) {
        return controllers.add(CompareController.class, () -> new CompareController(compare, dialogs, sheets, export))
                .add(CompareListController.class, () -> new CompareListController(compare))
                .add(ComparePrintedController.class, () -> new ComparePrintedController(compare));
    }
}
