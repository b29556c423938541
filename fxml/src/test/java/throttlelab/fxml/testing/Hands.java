package throttlelab.fxml.testing;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.ClickRobot;
import org.testfx.robot.DragRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.robot.MouseRobot;
import org.testfx.robot.Motion;
import org.testfx.robot.MoveRobot;
import org.testfx.robot.ScrollRobot;
import org.testfx.robot.SleepRobot;
import org.testfx.robot.TypeRobot;
import org.testfx.robot.WriteRobot;
import org.testfx.robot.impl.ClickRobotImpl;
import org.testfx.robot.impl.DragRobotImpl;
import org.testfx.robot.impl.MoveRobotImpl;
import org.testfx.robot.impl.ScrollRobotImpl;
import org.testfx.robot.impl.TypeRobotImpl;
import org.testfx.robot.impl.WriteRobotImpl;
import org.testfx.service.query.PointQuery;

/// Mouse and keyboard of a person who looks at the screen: after whatever is pressed, released or moved to, the window
/// is waited for until it has answered. TestFX waits for a fixed time there, which is mostly too long, and on a busy
/// machine too short.
public final class Hands extends FxRobot {

    private final KeyboardRobot keyboard = new Keyboard(robotContext().getKeyboardRobot());
    private final MouseRobot mouse = new Mouse(robotContext().getMouseRobot());
    private final SleepRobot awake = new Awake();
    private final MoveRobot moving = new MoveRobotImpl(robotContext().getBaseRobot(), mouse, awake);
    private final ClickRobot clicking = new ClickRobotImpl(mouse, moving, awake);
    private final DragRobot dragging = new DragRobotImpl(mouse, moving);
    private final ScrollRobot scrolling = new ScrollRobotImpl(mouse);
    private final TypeRobot typing = new TypeRobotImpl(keyboard, awake);
    private final WriteRobot writing = new WriteRobotImpl(robotContext().getBaseRobot(), awake,
            robotContext().getWindowFinder());

    private record Keyboard(KeyboardRobot keys) implements KeyboardRobot {

        @Override
        public void press(KeyCode... codes) {
            keys.pressNoWait(codes);
            Frames.settle();
        }

        @Override
        public void pressNoWait(KeyCode... codes) {
            keys.pressNoWait(codes);
        }

        @Override
        public Set<KeyCode> getPressedKeys() {
            return keys.getPressedKeys();
        }

        @Override
        public void release(KeyCode... codes) {
            keys.releaseNoWait(codes);
            Frames.settle();
        }

        @Override
        public void releaseNoWait(KeyCode... codes) {
            keys.releaseNoWait(codes);
        }
    }

    private record Mouse(MouseRobot mouse) implements MouseRobot {

        @Override
        public void press(MouseButton... buttons) {
            mouse.pressNoWait(buttons);
            Frames.settle();
        }

        @Override
        public void pressNoWait(MouseButton... buttons) {
            mouse.pressNoWait(buttons);
        }

        @Override
        public Set<MouseButton> getPressedButtons() {
            return mouse.getPressedButtons();
        }

        @Override
        public void release(MouseButton... buttons) {
            mouse.releaseNoWait(buttons);
            Frames.settle();
        }

        @Override
        public void releaseNoWait(MouseButton... buttons) {
            mouse.releaseNoWait(buttons);
        }

        @Override
        public void move(Point2D to) {
            mouse.moveNoWait(to);
            Frames.settle();
        }

        @Override
        public void moveNoWait(Point2D to) {
            mouse.moveNoWait(to);
        }

        @Override
        public void scroll(int amount) {
            mouse.scrollNoWait(amount);
            Frames.settle();
        }

        @Override
        public void scrollNoWait(int amount) {
            mouse.scrollNoWait(amount);
        }
    }

    /// What happened has been waited for already.
    private static final class Awake implements SleepRobot {

        @Override
        public void sleep(long millis) {
        }

        @Override
        public void sleep(long duration, TimeUnit unit) {
        }
    }

    @Override
    public Hands press(KeyCode... keys) {
        keyboard.press(keys);
        return this;
    }

    @Override
    public Hands release(KeyCode... keys) {
        keyboard.release(keys);
        return this;
    }

    @Override
    public Hands push(KeyCode... combination) {
        typing.push(combination);
        return this;
    }

    @Override
    public Hands type(KeyCode... keys) {
        typing.type(keys);
        return this;
    }

    @Override
    public Hands type(KeyCode key, int times) {
        typing.type(key, times);
        return this;
    }

    @Override
    public Hands write(char character) {
        writing.write(character);
        return this;
    }

    @Override
    public Hands write(String text) {
        writing.write(text);
        Frames.settle();
        return this;
    }

    @Override
    public Hands press(MouseButton... buttons) {
        mouse.press(buttons);
        return this;
    }

    @Override
    public Hands release(MouseButton... buttons) {
        mouse.release(buttons);
        return this;
    }

    @Override
    public Hands moveTo(PointQuery point, Motion motion) {
        moving.moveTo(point, motion);
        return this;
    }

    @Override
    public Hands moveBy(double x, double y, Motion motion) {
        moving.moveBy(x, y, motion);
        return this;
    }

    @Override
    public Hands clickOn(MouseButton... buttons) {
        clicking.clickOn(buttons);
        return this;
    }

    @Override
    public Hands clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        clicking.clickOn(point, motion, buttons);
        return this;
    }

    @Override
    public Hands doubleClickOn(MouseButton... buttons) {
        clicking.doubleClickOn(buttons);
        return this;
    }

    @Override
    public Hands doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        clicking.doubleClickOn(point, motion, buttons);
        return this;
    }

    @Override
    public Hands drag(MouseButton... buttons) {
        dragging.drag(buttons);
        return this;
    }

    @Override
    public Hands drag(PointQuery point, MouseButton... buttons) {
        dragging.drag(point, buttons);
        return this;
    }

    @Override
    public Hands drop() {
        dragging.drop();
        return this;
    }

    @Override
    public Hands dropTo(PointQuery point) {
        dragging.dropTo(point);
        return this;
    }

    @Override
    public Hands dropBy(double x, double y) {
        dragging.dropBy(x, y);
        return this;
    }

    @Override
    public Hands scroll(int amount, VerticalDirection direction) {
        scrolling.scroll(amount, direction);
        return this;
    }

    @Override
    public Hands scroll(int amount, HorizontalDirection direction) {
        scrolling.scroll(amount, direction);
        return this;
    }
}
