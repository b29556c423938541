package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.fxml.lab.LabState;

/// Every view can be taken out of the window as a picture.
class PictureMenuTest {

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.shipped();
        window.slowMotion();
        window.key(KeyCode.SPACE);
        window.await(LabState.READY);
    }

    @AfterEach
    void close() {
        LabStage.onFx(() -> List.copyOf(Window.getWindows()).stream().filter(ContextMenu.class::isInstance)
                .forEach(Window::hide));
        window.close();
    }

    /// What the window system does on a right click, on Shift F10 and on the menu key; there is none here.
    private ContextMenu ask(String id, boolean keyboard) {
        return LabStage.onFx(() -> {
            Node node = window.node(id, Node.class);
            Bounds there = node.localToScreen(node.getLayoutBounds());
            Event.fireEvent(node, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1,
                    there.getMinX() + 1, there.getMinY() + 1, keyboard, null));
            return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                    .filter(menu -> menu.getItems().getFirst().getId() != null).findFirst().orElseThrow();
        });
    }

    private static List<MenuItem> others(ContextMenu menu) {
        return ((Menu) menu.getItems().getLast()).getItems();
    }

    private Image copied(String id) {
        ContextMenu menu = ask(id, true);
        LabStage.onFx(() -> menu.getItems().getFirst().fire());
        return window.copiedPictures.getLast();
    }

    @Test
    void aViewIsCopiedTwiceAsLargeAsItIs() {
        for (String id : List.of("barrierPanel", "timelinePanel", "streams", "workers")) {
            Image picture = copied(id);
            Bounds there = LabStage.onFx(() -> window.node(id, Node.class).getLayoutBounds());
            assertThat(picture.getWidth()).as(id).isBetween(2 * there.getWidth() - 1, 2 * there.getWidth() + 3);
            assertThat(picture.getHeight()).as(id).isBetween(2 * there.getHeight() - 1, 2 * there.getHeight() + 3);
            assertThat(colours(picture)).as("colours of %s", id).hasSizeGreaterThan(20);
        }
        assertThat(told()).startsWith("Copied as a picture: ");
    }

    private static Set<Integer> colours(Image picture) {
        return LabStage.onFx(() -> {
            Set<Integer> colours = new TreeSet<>();
            for (int y = 0; y < picture.getHeight(); y += 3) {
                for (int x = 0; x < picture.getWidth(); x += 3) {
                    colours.add(picture.getPixelReader().getArgb(x, y));
                }
            }
            return colours;
        });
    }

    private static String told() {
        return LabStage.onFx(() -> Window.getWindows().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast)
                .filter(each -> "pictureTold".equals(each.getId())).findFirst().orElseThrow().getText());
    }

    @Test
    void aViewIsSavedAsPng(@TempDir Path folder) throws IOException {
        for (String id : List.of("barrierPanel", "timelinePanel", "streams", "workers", "verdictCard")) {
            save(id, folder);
        }
        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        save("betBoard", folder);
        save("betSlowdowns", folder);
        assertThat(window.dialogs.questions).contains("Save picture: stage barrier: throttle-lab-barrier.png");
        assertThat(told()).startsWith("Saved: ");
    }

    private void save(String id, Path folder) throws IOException {
        Path file = folder.resolve(id + ".png");
        window.dialogs.answers.add(file);
        ContextMenu menu = ask(id, false);
        LabStage.onFx(() -> menu.getItems().get(1).fire());
        window.until("it is written", () -> Files.exists(file));
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isGreaterThan(300);
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        Files.copy(file, pictures.resolve("export-view-" + id + ".png"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void whoThinksBetterOfItSavesNothing(@TempDir Path folder) {
        ContextMenu menu = ask("streams", true);
        LabStage.onFx(() -> menu.getItems().get(1).fire());

        assertThat(window.dialogs.questions).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void fromAnyViewTheKeyboardComesToAllOthers() {
        ContextMenu menu = ask("transport", true);
        assertThat(menu.getItems().getFirst().getText()).isEqualTo("Copy picture: whole tab");
        assertThat(others(menu)).extracting(MenuItem::getText)
                .containsExactlyInAnyOrder("workers", "stage barrier", "timeline", "streams", "verdict");
        Pictures.write(LabStage.onFx(menu::getScene), "export-menu");

        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(others(ask("betBoard", true))).extracting(MenuItem::getText)
                .containsExactlyInAnyOrder("whole tab", "slowdowns", "verdict of the bet");
    }
}
