package throttlelab.fxml.view;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import throttlelab.fxml.texts.Texts;

/// The last files as items of a menu, by name and folder.
public final class RecentMenu {

    private RecentMenu() {
    }

    /// Keeps a menu filled; where there are no files, one item says so.
    ///
    /// @param items of the menu
    /// @param chosen hears which file is chosen
    public static void fill(ObservableList<MenuItem> items, ObservableList<Path> files, Consumer<Path> chosen) {
        Runnable fill = () -> items.setAll(files.isEmpty() ? List.of(none())
                : files.stream().map(file -> item(file, chosen)).toList());
        files.addListener((ListChangeListener<Path>) change -> fill.run());
        fill.run();
    }

    private static MenuItem none() {
        MenuItem none = new MenuItem(Texts.get("view.recent.none"));
        none.setDisable(true);
        return none;
    }

    private static MenuItem item(Path file, Consumer<Path> chosen) {
        MenuItem item = new MenuItem(Texts.get("view.recent.file", file.getFileName(), file.getParent()));
        // An underscore in a name is not a key to press.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> chosen.accept(file));
        return item;
    }
}
