package throttlelab.fxml.proof;

import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.TextClipboard;

/// Says how the controllers of this tab are made: `Proof.fxml` includes views of its own.
public final class ProofControllers {

    private ProofControllers() {
    }

    /// Adds the controllers of the tab.
    ///
    /// @param dialogs asks for files
    /// @param clipboard takes commands that are copied
    public static Controllers add(Controllers controllers, ProofViewModel proof, Dialogs dialogs,
            TextClipboard clipboard) {
        return controllers.add(ProofController.class, ProofController::new)
                .add(MatrixController.class, () -> new MatrixController(proof.matrix(), dialogs, clipboard))
                .add(OrdersController.class, () -> new OrdersController(proof.orders()))
                .add(SearchController.class, () -> new SearchController(proof.search(), clipboard));
    }
}
