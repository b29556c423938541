package throttlelab.fxml.bet;

import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;

/// Says how the controllers of this tab are made: `Bet.fxml` includes views of its own.
public final class BetControllers {

    private BetControllers() {
    }

    /// Adds the controllers of the tab.
    public static Controllers add(Controllers controllers, BetViewModel bet, Dialogs dialogs) {
        return controllers.add(BetController.class, () -> new BetController(bet))
                .add(BetSetupController.class, () -> new BetSetupController(bet))
                .add(BetVerdictController.class, () -> new BetVerdictController(bet, dialogs))
                .add(BetClaimsController.class, () -> new BetClaimsController(bet))
                .add(BetStreamsController.class, () -> new BetStreamsController(bet.streams()));
    }
}
