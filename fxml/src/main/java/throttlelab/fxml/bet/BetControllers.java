package throttlelab.fxml.bet;

import java.util.function.Consumer;
import throttlelab.fxml.export.ExportSource;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;

/// Says how the controllers of this tab are made: `Bet.fxml` includes views of its own.
public final class BetControllers {

    private BetControllers() {
    }

    /// Adds the controllers of the tab.
    ///
    /// @param export shows from where a report is written
    public static Controllers add(Controllers controllers, BetViewModel bet, Dialogs dialogs,
            Consumer<ExportSource> export) {
        return controllers.add(BetController.class, () -> new BetController(bet))
                .add(BetSetupController.class, () -> new BetSetupController(bet))
                .add(BetVerdictController.class, () -> new BetVerdictController(bet, dialogs, export))
                .add(BetClaimsController.class, () -> new BetClaimsController(bet))
                .add(BetStreamsController.class, () -> new BetStreamsController(bet.streams()));
    }
}
