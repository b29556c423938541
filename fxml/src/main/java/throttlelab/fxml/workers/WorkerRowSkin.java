package throttlelab.fxml.workers;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Steady;
import throttlelab.fxml.control.WorkerSymbol;
import throttlelab.fxml.texts.Texts;

/// Symbol and machine on the left; on the right three lines: name and activity, slider and factor, times and blame.
final class WorkerRowSkin extends SkinBase<WorkerRow> {

    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");
    private static final PseudoClass WAITED_FOR = PseudoClass.getPseudoClass("waited-for");
    private static final PseudoClass DEAD = PseudoClass.getPseudoClass("dead");
    private static final PseudoClass SLOWED = PseudoClass.getPseudoClass("slowed");
    private static final Map<Activity, PseudoClass> ACTIVITIES = new EnumMap<>(Activity.class);

    static {
        for (Activity activity : Activity.values()) {
            ACTIVITIES.put(activity, PseudoClass.getPseudoClass(activity.id()));
        }
    }

    private final TextField name = new TextField();
    private final MenuButton device = new MenuButton();
    private final Label activity = new Label();
    private final Button life = new Button();
    private final FactorSlider slider;
    private final Label following = new Label(Texts.get("workers.following"));
    private final TextField factor = new TextField();
    private final Label times = new Label();
    private final ShareBar share = new ShareBar();
    private final Label blame = new Label();
    private final GridPane grid = new GridPane();
    private final EventHandler<KeyEvent> key = this::killByKey;
    private WorkerState shown;
    private boolean showing;

    WorkerRowSkin(WorkerRow row) {
        super(row);
        slider = new FactorSlider(row.largest());
        grid.getStyleClass().add("worker-grid");
        ColumnConstraints left = new ColumnConstraints();
        left.setHalignment(HPos.CENTER);
        ColumnConstraints right = new ColumnConstraints();
        right.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(left, right);
        grid.add(new WorkerSymbol(row.worker()), 0, 0);
        grid.add(device, 0, 1, 1, 2);
        grid.add(line(name, new Steady(activity), life), 1, 0);
        grid.add(line(slider, following, factor), 1, 1);
        grid.add(line(times, new VBox(blame, share)), 1, 2);
        getChildren().add(grid);
        identify(row.worker());
        name();
        device();
        slider();
        factor();
        life();
        explain();
        row.stateProperty().subscribe(this::show);
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + grid.prefHeight(width < 0 ? -1 : width - left - right) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    private static HBox line(Region first, Node... others) {
        HBox line = new HBox(first);
        line.getStyleClass().add("worker-line");
        line.getChildren().addAll(others);
        line.setAlignment(Pos.CENTER_LEFT);
        first.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(first, Priority.ALWAYS);
        return line;
    }

    private void identify(int worker) {
        name.setId("workersName" + worker);
        device.setId("workersDevice" + worker);
        activity.setId("workersActivity" + worker);
        life.setId("workersLife" + worker);
        life.getStyleClass().addAll("worker-life", "flat", "button-icon");
        slider.setId("workersSlider" + worker);
        following.setId("workersFollowing" + worker);
        factor.setId("workersFactor" + worker);
        times.setId("workersTimes" + worker);
        blame.setId("workersBlame" + worker);
        name.getStyleClass().addAll("worker-field", "worker-name");
        device.getStyleClass().addAll("worker-device", "flat", "button-icon", "no-arrow");
        activity.getStyleClass().add("worker-activity");
        activity.setGraphic(activityIcon());
        slider.getStyleClass().add("worker-slider-" + worker);
        factor.getStyleClass().addAll("worker-field", "worker-factor");
        following.getStyleClass().add("worker-following");
        following.managedProperty().bind(following.visibleProperty());
        times.getStyleClass().add("worker-times");
        blame.getStyleClass().add("worker-blame");
        // Words that change many times a second must not move their neighbours.
        blame.setMinWidth(Region.USE_PREF_SIZE);
        times.setMinWidth(0);
        times.setWrapText(true);
    }

    private void name() {
        WorkerRow row = getSkinnable();
        row.nameProperty().subscribe(now -> {
            name.setText(now);
            name.setAccessibleText(Texts.get("workers.name.accessible", row.worker() + 1));
            slider.setAccessibleText(Texts.get("workers.slider.accessible", now));
            factor.setAccessibleText(Texts.get("workers.factor.accessible", now));
            showLife(row.stateProperty().get().activity());
            device.setAccessibleText(Texts.get("workers.device.accessible", now));
        });
        Fields.onEdit(name, () -> {
            if (!name.getText().isBlank()) {
                row.nameProperty().set(name.getText().strip());
            }
        }, () -> name.setText(row.nameProperty().get()));
    }

    private void device() {
        for (Device each : Device.values()) {
            MenuItem item = new MenuItem(each.text(), icon(each));
            item.setId(device.getId() + each.id());
            item.setOnAction(event -> getSkinnable().deviceProperty().set(each));
            device.getItems().add(item);
        }
        getSkinnable().deviceProperty().subscribe(now -> {
            device.setGraphic(icon(now));
            device.setTooltip(new Tooltip(Texts.get("workers.device.tooltip", now.text())));
            device.setAccessibleRoleDescription(now.text());
        });
    }

    private static Region icon(Device device) {
        Region icon = new Region();
        icon.getStyleClass().addAll("worker-device-icon", "worker-device-" + device.id());
        return icon;
    }

    private static Region activityIcon() {
        Region icon = new Region();
        icon.getStyleClass().add("worker-activity-icon");
        return icon;
    }

    private void slider() {
        slider.valueProperty().addListener((property, before, now) -> {
            if (!showing) {
                getSkinnable().onSlowProperty().get().accept(slider.factor());
            }
        });
        slider.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                getSkinnable().onSlowProperty().get().accept(1);
            }
        });
    }

    private void factor() {
        Fields.onEdit(factor, () -> FactorText.parse(factor.getText())
                .ifPresent(getSkinnable().onSlowProperty().get()::accept), this::showFactor);
    }

    /// By a click, by Space or Enter where the focus is on the button, and by K wherever else in the row it is.
    private void life() {
        Region icon = new Region();
        icon.getStyleClass().add("worker-life-icon");
        life.setGraphic(icon);
        life.setOnAction(event -> getSkinnable().onLifeProperty().get().run());
        getSkinnable().addEventHandler(KeyEvent.KEY_PRESSED, key);
    }

    private void killByKey(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.getCode() == KeyCode.K && plain && !(event.getTarget() instanceof TextInputControl)) {
            getSkinnable().onLifeProperty().get().run();
            event.consume();
        }
    }

    private void showLife(Activity now) {
        boolean dead = now == Activity.DEAD;
        getSkinnable().pseudoClassStateChanged(DEAD, dead);
        life.setDisable(now == Activity.IDLE);
        String word = dead ? "workers.revive" : "workers.kill";
        life.setTooltip(new Tooltip(Texts.get(word + ".tooltip")));
        life.setAccessibleText(Texts.get(word + ".accessible", getSkinnable().nameProperty().get()));
    }

    @Override
    public void dispose() {
        if (getSkinnable() != null) {
            getSkinnable().removeEventHandler(KeyEvent.KEY_PRESSED, key);
        }
        super.dispose();
    }

    private void explain() {
        name.setTooltip(new Tooltip(Texts.get("workers.name.tooltip")));
        activity.setTooltip(new Tooltip(Texts.get("workers.activity.tooltip")));
        slider.setTooltip(new Tooltip(Texts.get("workers.slider.tooltip")));
        factor.setTooltip(new Tooltip(Texts.get("workers.factor.tooltip")));
        following.setTooltip(new Tooltip(Texts.get("workers.following.tooltip")));
        times.setTooltip(new Tooltip(Texts.get("workers.times.tooltip")));
        blame.setTooltip(new Tooltip(Texts.get("workers.blame.tooltip")));
    }

    private void show(WorkerState state) {
        WorkerState before = shown;
        shown = state;
        if (before == null || before.factor() != state.factor() || before.following() != state.following()) {
            showFactor();
        }
        if (before == null || before.activity() != state.activity()) {
            activity.setText(state.activity().text());
            ACTIVITIES.forEach((each, pseudo) ->
                    activity.pseudoClassStateChanged(pseudo, each == state.activity()));
            if (before == null || lifeChanges(before.activity(), state.activity())) {
                showLife(state.activity());
            }
        }
        if (before == null || before.waitedFor() != state.waitedFor()) {
            getSkinnable().pseudoClassStateChanged(WAITED_FOR, state.waitedFor());
        }
        if (before == null || Double.compare(before.set(), state.set()) != 0
                || Double.compare(before.measured(), state.measured()) != 0) {
            times.setText(Double.isNaN(state.measured()) ? Texts.get("workers.unmeasured")
                    : Texts.get("workers.measured", FactorText.set(state.set()), FactorText.exact(state.measured())));
        }
        if (before == null || before.blame() != state.blame()) {
            share.setPercent(state.blame());
            blame.setText(Texts.get("workers.blame", state.blame()));
        }
    }

    /// Most activities only change what a worker that lives is doing.
    private static boolean lifeChanges(Activity before, Activity now) {
        return before == Activity.DEAD || now == Activity.DEAD || before == Activity.IDLE || now == Activity.IDLE;
    }

    private void showFactor() {
        WorkerRow row = getSkinnable();
        showing = true;
        // Whoever drags keeps the thumb where it is; the factor is only rounded.
        if (Math.abs(slider.factor() - shown.factor()) > 0.051) {
            slider.setFactor(Math.min(row.largest(), shown.factor()));
        }
        showing = false;
        if (!factor.isFocused() || !Fields.edited(factor)) {
            factor.setText(FactorText.brief(shown.factor()));
        }
        following.setVisible(shown.following());
        row.pseudoClassStateChanged(FOLLOWING, shown.following());
        row.pseudoClassStateChanged(SLOWED, shown.factor() > 1);
    }
}
