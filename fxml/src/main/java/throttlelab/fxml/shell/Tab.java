package throttlelab.fxml.shell;

import throttlelab.fxml.bet.BetController;
import throttlelab.fxml.compare.CompareController;
import throttlelab.fxml.lessons.LessonsController;
import throttlelab.fxml.live.LiveController;
import throttlelab.fxml.proof.ProofController;

/// The tabs of the window, in order.
enum Tab {

    /// A run to look at.
    LIVE("Live", LiveController.class),

    /// The whole bet.
    BET("Bet", BetController.class),

    /// Two files side by side.
    COMPARE("Compare", CompareController.class),

    /// Every order, every profile.
    PROOF("Proof", ProofController.class),

    /// Lessons, and one that is read.
    LESSONS("Lessons", LessonsController.class);

    private final String name;
    private final Class<?> controller;

    Tab(String name, Class<?> controller) {
        this.name = name;
        this.controller = controller;
    }

    /// The end of the id of its button.
    String id() {
        return name;
    }

    /// The controller beside which its view lies.
    Class<?> controller() {
        return controller;
    }
}
