package throttlelab.fxml.timeline;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keyboard of a timeline.
final class TimelineInput {

    private static final double ZOOM = 1.25;
    /// A press that moves less than this is a click.
    private static final double DRAG = 4;

    private final Timeline timeline;
    private final Supplier<TimelinePlot> plot;
    private final EventHandler<MouseEvent> mouse = this::mouse;
    private final EventHandler<ScrollEvent> wheel = this::wheel;
    private final EventHandler<KeyEvent> key = this::key;
    private double pressedX;
    private long pressedStart;
    private boolean pressed;
    private boolean dragged;
    private boolean inside;
    private double mouseX;
    private double mouseY;

    /// @param plot where things lie at present
    TimelineInput(Timeline timeline, Supplier<TimelinePlot> plot) {
        this.timeline = timeline;
        this.plot = plot;
        timeline.addEventHandler(MouseEvent.ANY, mouse);
        timeline.addEventHandler(ScrollEvent.SCROLL, wheel);
        timeline.addEventHandler(KeyEvent.KEY_PRESSED, key);
    }

    void dispose() {
        timeline.removeEventHandler(MouseEvent.ANY, mouse);
        timeline.removeEventHandler(ScrollEvent.SCROLL, wheel);
        timeline.removeEventHandler(KeyEvent.KEY_PRESSED, key);
    }

    double mouseX() {
        return mouseX;
    }

    double mouseY() {
        return mouseY;
    }

    /// What is under the mouse may have changed while the mouse stood still.
    void again() {
        if (inside && !dragged) {
            look();
        }
    }

    private void mouse(MouseEvent event) {
        mouseX = event.getX();
        mouseY = event.getY();
        if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            inside = false;
            act(TimelineActions::lookAway);
        } else if (event.getEventType() == MouseEvent.MOUSE_MOVED) {
            inside = true;
            look();
        } else if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getButton() == MouseButton.PRIMARY) {
            timeline.requestFocus();
            pressed = onLanes();
            dragged = false;
            pressedX = mouseX;
            pressedStart = plot.get().start();
        } else if (event.getEventType() == MouseEvent.MOUSE_DRAGGED && pressed) {
            drag();
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED && pressed) {
            pressed = false;
            if (!dragged) {
                act(actions -> actions.pick(plot.get().time(mouseX)));
            }
            dragged = false;
        }
    }

    private void drag() {
        if (dragged || Math.abs(mouseX - pressedX) >= DRAG) {
            dragged = true;
            act(TimelineActions::lookAway);
            TimelinePlot now = plot.get();
            long moved = Math.round((pressedX - mouseX) * now.span() / now.width());
            act(actions -> actions.moveTo(pressedStart + moved));
        }
    }

    private void look() {
        if (onLanes()) {
            TimelinePlot now = plot.get();
            act(actions -> actions.look(now.time(mouseX), now.worker(mouseY)));
        } else {
            act(TimelineActions::lookAway);
        }
    }

    private boolean onLanes() {
        TimelinePlot now = plot.get();
        return mouseX >= now.left() && mouseX <= now.left() + now.width() && mouseY >= now.top()
                && mouseY < now.bottom();
    }

    private void wheel(ScrollEvent event) {
        TimelinePlot now = plot.get();
        if (event.isShortcutDown()) {
            double turned = event.getDeltaY();
            if (turned != 0) {
                act(actions -> actions.zoom(turned > 0 ? 1 / ZOOM : ZOOM, now.time(event.getX())));
            }
        } else {
            double moved = event.getDeltaX() != 0 ? event.getDeltaX() : event.getDeltaY();
            act(actions -> actions.moveTo(now.start() - Math.round(moved * now.span() / now.width())));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        TimelinePlot now = plot.get();
        long middle = now.start() + now.span() / 2;
        Consumer<TimelineActions> action = switch (event.getCode()) {
            case LEFT -> actions -> actions.step(-1);
            case RIGHT -> actions -> actions.step(1);
            case PAGE_UP -> actions -> actions.moveTo(now.start() - now.span());
            case PAGE_DOWN -> actions -> actions.moveTo(now.start() + now.span());
            case HOME -> TimelineActions::first;
            case END -> TimelineActions::last;
            case ENTER -> TimelineActions::pickCursor;
            case ESCAPE -> TimelineActions::unpick;
            case PLUS, ADD, EQUALS -> actions -> actions.zoom(1 / ZOOM, middle);
            case MINUS, SUBTRACT -> actions -> actions.zoom(ZOOM, middle);
            case DIGIT0, NUMPAD0 -> TimelineActions::whole;
            default -> null;
        };
        if (action != null) {
            act(action);
            event.consume();
        }
    }

    private void act(Consumer<TimelineActions> action) {
        if (timeline.actionsProperty().get() != null) {
            action.accept(timeline.actionsProperty().get());
        }
    }
}
