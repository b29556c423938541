package throttlelab.fxml.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.util.Duration;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.PictureClipboard;

/// The menu that a right click, Shift F10 or the menu key brings up on every view that has a picture name: it copies or
/// saves a picture of that view, or of another one that can be seen.
///
/// In FXML a view is given its name so: `PictureMenu.name="barrier"`; what it is called in words stands in the texts
/// under `picture.of.` and that name.
public final class PictureMenu {

    private static final Object NAME = new Object();
    private static final Duration TOLD = Duration.seconds(4);

    private final PictureViewModel pictures;
    private final Dialogs dialogs;
    private final PictureClipboard clipboard;
    private ContextMenu menu;

    /// @param pictures writes them
    /// @param dialogs asks where
    /// @param clipboard takes those that are copied
    public PictureMenu(PictureViewModel pictures, Dialogs dialogs, PictureClipboard clipboard) {
        this.pictures = pictures;
        this.dialogs = dialogs;
        this.clipboard = clipboard;
    }

    /// Says that there can be pictures of a view.
    public static void setName(Node view, String name) {
        view.getProperties().put(NAME, name);
    }

    /// What pictures of a view are called; `null` if there are none.
    public static String getName(Node view) {
        return view.hasProperties() ? (String) view.getProperties().get(NAME) : null;
    }

    /// Offers pictures of all views in `root`.
    public void listen(Node root) {
        root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            Node view = event.getTarget() instanceof Node target ? around(target) : null;
            if (view != null) {
                show(view, views(root), event);
                event.consume();
            }
        });
    }

    /// The smallest view with a name that contains `node`.
    private static Node around(Node node) {
        Node at = node;
        while (at != null && getName(at) == null) {
            at = at.getParent();
        }
        return at;
    }

    /// Everything with a name that can be seen, the outer before the inner.
    private static List<Node> views(Node node) {
        List<Node> views = new ArrayList<>();
        if (node.isVisible()) {
            if (getName(node) != null) {
                views.add(node);
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> views.addAll(views(child)));
            }
        }
        return views;
    }

    private void show(Node view, List<Node> views, ContextMenuEvent event) {
        if (menu != null) {
            menu.hide();
        }
        menu = new ContextMenu();
        menu.setId("pictureMenu");
        menu.getItems().addAll(items(view));
        List<MenuItem> others = views.stream().filter(each -> each != view).map(this::submenu).toList();
        if (!others.isEmpty()) {
            Menu more = new Menu(Texts.get("picture.more"));
            more.getItems().addAll(others);
            menu.getItems().addAll(new SeparatorMenuItem(), more);
        }
        menu.show(view, event.getScreenX(), event.getScreenY());
    }

    private MenuItem submenu(Node view) {
        Menu submenu = new Menu(words(view));
        submenu.getItems().addAll(items(view));
        return submenu;
    }

    private List<MenuItem> items(Node view) {
        MenuItem copy = new MenuItem(Texts.get("picture.copy", words(view)));
        copy.setId("pictureCopy");
        copy.setOnAction(event -> copy(view));
        MenuItem save = new MenuItem(Texts.get("picture.save", words(view)));
        save.setId("pictureSave");
        save.setOnAction(event -> save(view));
        return List.of(copy, save);
    }

    private static String words(Node view) {
        return Texts.get("picture.of." + getName(view));
    }

    private void copy(Node view) {
        clipboard.put(Snapshots.image(view));
        tell(view, Texts.get("picture.copied", words(view)));
    }

    private void save(Node view) {
        // As it was when it was asked for, not when the chooser is done.
        Picture picture = Snapshots.picture(view);
        dialogs.chooseSave(Texts.get("picture.save.title", words(view)), FileType.PNG,
                "throttle-lab-" + getName(view) + "." + FileType.PNG.extension())
                .ifPresent(file -> save(view, picture, file));
    }

    private void save(Node view, Picture picture, Path file) {
        pictures.save(file, picture, () -> tell(view, Texts.get("picture.saved", file)));
    }

    /// Tells it where the view is, for a while.
    private static void tell(Node view, String words) {
        if (view.getScene() == null || view.getScene().getWindow() == null) {
            return;
        }
        Tooltip told = new Tooltip(words);
        told.setId("pictureTold");
        told.setAutoHide(true);
        var bounds = view.localToScreen(view.getLayoutBounds());
        told.show(view, bounds.getMinX(), bounds.getMinY());
        PauseTransition hide = new PauseTransition(TOLD);
        hide.setOnFinished(event -> told.hide());
        hide.play();
    }
}
