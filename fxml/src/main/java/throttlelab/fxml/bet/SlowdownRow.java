package throttlelab.fxml.bet;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import throttlelab.fxml.control.WorkerSymbol;
import throttlelab.fxml.texts.Texts;

/// One worker under one profile: symbol, number, bar, the factor set and the factor measured.
final class SlowdownRow extends HBox {

    private final SlowdownBar bar;
    private final Label set = new Label();
    private final Label measured = new Label();
    private final Tooltip tooltip = new Tooltip();

    SlowdownRow(int worker) {
        bar = new SlowdownBar(worker);
        Label number = new Label(Integer.toString(worker));
        number.getStyleClass().add("slowdown-number");
        set.getStyleClass().add("slowdown-set");
        measured.getStyleClass().add("slowdown-measured");
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(new WorkerSymbol(worker), number, bar, set, measured);
        getStyleClass().add("slowdown-row");
        setAccessibleRole(AccessibleRole.TEXT);
        Tooltip.install(this, tooltip);
    }

    void show(String profile, WorkerSlowdown slowdown, double longest) {
        String factor = factor(slowdown.set());
        String found = slowdown.known() ? factor(slowdown.measured()) : Texts.get("bet.slowdown.unknown");
        set.setText(factor);
        measured.setText(found);
        bar.show(slowdown.set() / longest, slowdown.known() ? slowdown.measured() / longest : 0);
        tooltip.setText(Texts.get("bet.slowdown.tip", profile, slowdown.worker(), factor, found));
        setAccessibleText(tooltip.getText());
    }

    private static String factor(double factor) {
        return Texts.number(factor < 10 ? "%.2f" : "%.1f", factor);
    }
}
