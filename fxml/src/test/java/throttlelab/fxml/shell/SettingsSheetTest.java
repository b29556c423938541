package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.lab.LabMemory;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;

/// The settings, and the menu of the window.
class SettingsSheetTest {

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.shipped();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void eachHoldsAtOnce() {
        window.key(KeyCode.CONTROL, KeyCode.COMMA);
        window.picture("settings");

        window.click("settingsThemeLight");
        assertThat(window.themes.themeProperty().get()).isEqualTo(Theme.LIGHT);
        window.click("settingsColorsBlue");
        assertThat(window.themes.colorsProperty().get()).isEqualTo(ColorSet.BLUE);
        assertThat(window.scene.getRoot().getStyleClass()).contains("theme-light", "colors-blue");
        window.click("settingsMotion");
        assertThat(window.themes.reducedMotionProperty().get()).isTrue();
        assertThat(LabStage.onFx(() -> window.scene.getPreferences().isReducedMotion())).isTrue();
        window.click("settingsMotion");
        assertThat(LabStage.onFx(() -> window.scene.getPreferences().isReducedMotion())).isFalse();
        window.click("settingsRestoring");
        assertThat(window.lab.memory().restoringProperty().get()).isTrue();
        window.robot.push(KeyCode.ESCAPE);
        assertThat(window.seen("settingsSheet")).isFalse();
    }

    @Test
    void switchesStandUnderTheOtherControls() {
        window.key(KeyCode.CONTROL, KeyCode.COMMA);
        window.frame();
        double left = left(window.node("settingsTheme", Node.class));
        for (String id : new String[] {"settingsMotion", "settingsRestoring"}) {
            Node drawn = window.node(id, Node.class).lookup(".thumb-area");
            assertThat(left(drawn)).as(id).isCloseTo(left, within(1.0));
        }
    }

    private static double left(Node node) {
        return LabStage.onFx(() -> node.localToScene(node.getLayoutBounds()).getMinX());
    }

    @Test
    void anotherLanguageIsPromisedForTheNextStartInThatLanguage() {
        window.key(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(window.seen("settingsLanguageNote")).isFalse();
        window.click("settingsLanguageDe");

        assertThat(window.lab.memory().languageProperty().get()).isEqualTo(Language.GERMAN);
        assertThat(window.node("settingsLanguageNote", Label.class).getText()).contains("nächsten Start");
        window.click("settingsLanguageSystem");
        assertThat(window.seen("settingsLanguageNote")).isFalse();
    }

    @Test
    void theMenuHasTheLastFilesAndOneThatIsChosenIsCompared() {
        Path recording = LabStage.SAMPLES.resolve("baselines").resolve("fractalmoe-30m-none.json").toAbsolutePath();
        MenuButton menu = window.node("shellMenu", MenuButton.class);
        assertThat(recent(menu).getItems()).singleElement().matches(MenuItem::isDisable);
        window.dialogs.answers.add(recording);
        window.key(KeyCode.CONTROL, KeyCode.O);
        window.until("the baseline is a last file", () -> window.lab.memory().recentFiles().contains(recording));
        assertThat(recent(menu).getItems()).singleElement().satisfies(item -> assertThat(item.getText())
                .startsWith("fractalmoe-30m-none.json").contains("baselines"));

        LabStage.onFx(() -> recent(menu).getItems().getFirst().fire());
        window.until("it is compared", () -> window.seen("compareNameA")
                && window.node("compareNameA", Label.class).getText().equals("fractalmoe-30m-none.json"));
        MenuButton slot = window.node("compareRecentB", MenuButton.class);
        LabStage.onFx(() -> slot.getItems().getFirst().fire());
        window.until("it is in the other slot, too, and compared", () -> window.seen("compareVerdict")
                && window.node("compareNameB", Label.class).getText().equals("fractalmoe-30m-none.json"));
    }

    @Test
    void theNewestFileIsFirstAndTheyAreNotMany() {
        LabMemory memory = window.lab.memory();
        LabStage.onFx(() -> {
            for (int file = 0; file < 12; file++) {
                memory.opened(Path.of("/class/" + file + ".tlab"));
            }
            memory.opened(Path.of("/class/7.tlab"));
        });

        assertThat(memory.recentFiles()).hasSize(LabMemory.FILES).doesNotHaveDuplicates()
                .startsWith(Path.of("/class/7.tlab").toAbsolutePath(), Path.of("/class/11.tlab").toAbsolutePath());
    }

    @Test
    void theMenuOpensAndItsItemsDoWhatTheySay() {
        window.click("shellMenu");
        window.until("the menu is open", () -> window.node("shellMenu", MenuButton.class).isShowing());
        window.robot.push(KeyCode.ESCAPE);
        LabStage.onFx(() -> item("menuSettings").fire());
        assertThat(window.seen("settingsSheet")).isTrue();
    }

    private MenuItem item(String id) {
        return window.node("shellMenu", MenuButton.class).getItems().stream().filter(each -> id.equals(each.getId()))
                .findFirst().orElseThrow();
    }

    private static Menu recent(MenuButton menu) {
        return (Menu) menu.getItems().stream().filter(item -> "menuRecent".equals(item.getId())).findFirst().orElseThrow();
    }
}
