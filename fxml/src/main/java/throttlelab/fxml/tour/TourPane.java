package throttlelab.fxml.tour;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.texts.Texts;

/// A card beside what a step of the tour shows, and a ring around that. The window below can be used all the while. The
/// focus begins on the button that leads on, and goes back to where it was when the tour is over.
public final class TourPane extends Pane {

    private static final double GAP_EMS = 0.8;
    /// How often what is shown is looked for.
    private static final int LOOKS = 100;

    private final Region ring = new Region();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label place = new Label();
    private final Button back = button("tourBack", "tour.back");
    private final Button next = button("tourNext", "tour.next");
    private final Button skip = button("tourSkip", "tour.skip");
    private final VBox card;
    private final InvalidationListener moved = property -> requestLayout();
    private TourViewModel tour;
    private Node target;
    private Node focusBefore;
    private int looks;

    /// A pane without a tour.
    public TourPane() {
        getStyleClass().add("tour");
        getStylesheets().add(Objects.requireNonNull(TourPane.class.getResource("Tour.css")).toExternalForm());
        setPickOnBounds(false);
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        title.getStyleClass().add("lab-heading");
        text.getStyleClass().add("lab-label");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        place.getStyleClass().add("lab-quiet");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox buttons = new HBox(place, between, skip, back, next);
        buttons.getStyleClass().add("tour-buttons");
        card = new VBox(title, text, buttons);
        card.setId("tourCard");
        card.getStyleClass().add("tour-card");
        card.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(ring, card);
        setVisible(false);
        sceneProperty().addListener(property -> {
            if (tour != null) {
                show();
            }
        });
    }

    private static Button button(String id, String key) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.get(key + ".tip")));
        return button;
    }

    /// Says which tour is shown; once.
    public void setTour(TourViewModel shown) {
        tour = shown;
        back.setOnAction(event -> tour.back());
        next.setOnAction(event -> tour.next());
        skip.setOnAction(event -> tour.leave());
        tour.stepProperty().addListener(property -> show());
        show();
    }

    private void show() {
        int step = tour.stepProperty().get();
        boolean there = step != TourViewModel.NONE;
        boolean begins = there && !isVisible();
        if (!there) {
            restoreFocus();
        }
        setVisible(there);
        follow(null);
        if (there) {
            looks = LOOKS;
            TourViewModel.Step shown = tour.steps().get(step);
            title.setText(shown.title());
            text.setText(shown.text());
            place.setText(Texts.get("tour.place", step + 1, tour.steps().size()));
            card.setAccessibleText(shown.title() + ": " + shown.text());
            // A button that goes away while it has the focus would hand it to something below.
            if (begins || step == 0 && back.isFocused() || tour.last() && skip.isFocused()) {
                takeFocus();
            }
            back.setDisable(step == 0);
            skip.setVisible(!tour.last());
            next.setText(Texts.get(tour.last() ? "tour.end" : "tour.next"));
            requestLayout();
        }
    }

    private void takeFocus() {
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        if (!holdsFocus(scene)) {
            focusBefore = scene.getFocusOwner();
        }
        next.requestFocus();
    }

    /// Whoever has put the focus elsewhere in the meantime keeps it there.
    private void restoreFocus() {
        Scene scene = getScene();
        if (scene != null && focusBefore != null && focusBefore.getScene() == scene && holdsFocus(scene)) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    private boolean holdsFocus(Scene scene) {
        return Stream.of(back, next, skip).anyMatch(button -> button == scene.getFocusOwner());
    }

    /// What is shown may come into the scene only when that is laid out for the first time.
    private void find() {
        if (target == null) {
            follow(getScene().lookup("#" + tour.steps().get(tour.stepProperty().get()).target()));
            if (target == null && looks-- > 0) {
                Platform.runLater(this::requestLayout);
            }
        }
    }

    /// What is shown may move at any time: when a window is resized, or text becomes larger.
    private void follow(Node next) {
        if (target != null) {
            signs(target).forEach(sign -> sign.removeListener(moved));
        }
        target = next;
        if (target != null) {
            signs(target).forEach(sign -> sign.addListener(moved));
        }
    }

    private static List<Observable> signs(Node node) {
        return List.of(node.localToSceneTransformProperty(), node.layoutBoundsProperty(), node.sceneProperty());
    }

    @Override
    protected void layoutChildren() {
        if (!isVisible()) {
            return;
        }
        find();
        double em = title.getFont().getSize();
        double gap = GAP_EMS * em;
        double width = snapSizeX(Math.min(card.prefWidth(-1), getWidth() - 2 * gap));
        double height = snapSizeY(Math.min(card.prefHeight(width), getHeight() - 2 * gap));
        Bounds around = target == null || target.getScene() != getScene() ? null
                : sceneToLocal(target.localToScene(target.getLayoutBounds()));
        boolean seen = around != null && around.intersects(0, 0, getWidth(), getHeight());
        ring.setVisible(seen);
        if (!seen) {
            card.resizeRelocate((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
            return;
        }
        double left = Math.max(2, around.getMinX());
        double top = Math.max(2, around.getMinY());
        ring.resizeRelocate(left, top, Math.min(getWidth() - 2, around.getMaxX()) - left,
                Math.min(getHeight() - 2, around.getMaxY()) - top);
        card.resizeRelocate(snapPositionX(beside(around.getMinX(), around.getMaxX(), width, gap, getWidth())),
                snapPositionY(Math.clamp(around.getMinY() + gap, gap, Math.max(gap, getHeight() - height - gap))), width,
                height);
    }

    /// Behind what is shown, before it, or, where there is no room, over its end.
    private static double beside(double from, double to, double size, double gap, double room) {
        if (to + gap + size + gap <= room) {
            return to + gap;
        }
        return from - gap - size >= gap ? from - gap - size : Math.max(gap, room - size - gap);
    }
}
