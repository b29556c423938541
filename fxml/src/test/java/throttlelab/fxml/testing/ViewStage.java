package throttlelab.fxml.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;

/// A window in memory with one view in it. Closing it fails the test if JavaFX had anything to complain about.
public final class ViewStage implements AutoCloseable {

    private static final int SECONDS = 60;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                complaints.add(record.getLoggerName() + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };
    private final Logger log = Logger.getLogger("javafx");
    private final Hands robot = new Hands();
    private final Stage stage;
    private final Scene scene;
    private final Themes themes;

    private ViewStage(Supplier<Parent> view, double width, double height) {
        start();
        log.addHandler(handler);
        stage = onFx(Stage::new);
        themes = onFx(Themes::new);
        scene = onFx(() -> {
            Parent root = new StackPane(view.get());
            root.getStyleClass().add("lab-window");
            Scene made = new Scene(root, width, height);
            themes.dress(made);
            stage.setScene(made);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return made;
        });
        Frames.settle();
    }

    /// Shows a view.
    public static ViewStage open(Supplier<Parent> view, double width, double height) {
        return new ViewStage(view, width, height);
    }

    /// Starts the toolkit, for tests that need its thread only.
    public static void start() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Asks something on the FX thread.
    public static <T> T onFx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), action);
    }

    /// Does something on the FX thread.
    public static void run(Runnable action) {
        onFx(() -> {
            action.run();
            return null;
        });
    }

    /// Waits until something is so, as seen from the FX thread.
    public static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come to be within " + SECONDS + " s", e);
        }
        Frames.settle();
    }

    /// Mouse and keyboard.
    public Hands robot() {
        return robot;
    }

    /// The node with this id.
    public <T extends Node> T node(String id) {
        return robot.lookup("#" + id).query();
    }

    /// Theme and size of text.
    public void look(Theme theme, int zoom) {
        run(() -> {
            themes.themeProperty().set(theme);
            themes.zoomProperty().set(zoom);
        });
        Frames.settle();
    }

    /// Makes the window as large as this.
    public void size(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        Frames.settle();
    }

    /// Writes what is seen to `target/pictures`.
    public void picture(String name) {
        write(onFx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        }), Path.of("target", "pictures", name + ".png"));
    }

    /// One picture for each theme.
    public void pictures(String view) {
        for (Theme theme : Theme.values()) {
            look(theme, 100);
            picture(view + "-" + theme.id());
        }
        look(Theme.DARK, 100);
    }

    /// Writes what is seen of a node, in whichever window it is, to `target/pictures`.
    public void pictureOfNode(String name, Node node) {
        write(onFx(() -> node.getScene().snapshot(null)), Path.of("target", "pictures", name + ".png"));
    }

    /// The colours of a picture, row by row.
    public static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static void write(WritableImage image, Path file) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels(image), 0, width);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        run(stage::close);
        log.removeHandler(handler);
        assertThat(complaints).as("complaints of JavaFX").isEmpty();
    }
}
