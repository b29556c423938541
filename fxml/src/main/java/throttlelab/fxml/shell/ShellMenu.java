package throttlelab.fxml.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import throttlelab.fxml.shortcuts.Shortcut;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.RecentMenu;

/// The menu of the window: what is not wanted all the time, and what nobody would look for on a key.
final class ShellMenu {

    private final MenuButton button;

    ShellMenu(MenuButton button) {
        this.button = button;
    }

    /// Fills it.
    ///
    /// @param files the last files
    /// @param compare what is done with one of them that is chosen to be compared
    /// @param baseline what is done with one that is chosen as the baseline
    void fill(ShellActions actions, ObservableList<Path> files, Consumer<Path> compare, Consumer<Path> baseline) {
        Menu recent = new Menu(Texts.get("shell.menu.recent"));
        recent.setId("menuRecent");
        RecentMenu.fill(recent.getItems(), files, compare);
        Menu baselines = new Menu(Texts.get("shell.menu.baseline"));
        baselines.setId("menuBaseline");
        RecentMenu.fill(baselines.getItems(), files, baseline);
        button.getItems().setAll(
                item("copy", Shortcut.COPY_SETUP, actions::copySetup),
                item("paste", Shortcut.PASTE_SETUP, actions::pasteSetup),
                new SeparatorMenuItem(), recent, baselines, new SeparatorMenuItem(),
                item("present", Shortcut.PRESENT, actions.present()::begin), new SeparatorMenuItem(),
                item("settings", Shortcut.SETTINGS, actions.settings()),
                new SeparatorMenuItem(), item("tour", null, actions.help().tour()::begin),
                item("glossary", Shortcut.GLOSSARY, actions.help().glossary()),
                item("shortcuts", Shortcut.HELP, actions.help().shortcuts()),
                item("about", null, actions.help().about()));
    }

    /// @param shortcut does the same; `null` if none does
    private static MenuItem item(String name, Shortcut shortcut, Runnable action) {
        MenuItem item = new MenuItem(Texts.get("shell.menu." + name, shortcut == null ? "" : shortcut.firstKey()));
        item.setId("menu" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        item.setOnAction(event -> action.run());
        return item;
    }
}
