package throttlelab.fxml.control;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import throttlelab.fxml.view.Sheets;

/// A window's content with sheets over it. While one is open, the focus stays in it; Escape or a click beside it closes
/// it, and the focus goes back to where it was.
public final class SheetPane extends StackPane {

    private final List<StackPane> shades = new ArrayList<>();
    private final ChangeListener<Node> guard = (property, before, now) -> keepFocus(before, now);
    private Sheets sheets = new Sheets();
    private Node focusBefore;

    /// A pane without content.
    public SheetPane() {
        getStyleClass().add("sheet-pane");
        sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(guard);
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(guard);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
    }

    /// Says whose sheets lie over the content; once.
    public void setSheets(Sheets shown) {
        sheets = shown;
        sheets.shown().addListener((ListChangeListener<Node>) change -> arrange());
    }

    private void arrange() {
        Scene scene = getScene();
        if (shades.isEmpty() && scene != null) {
            focusBefore = scene.getFocusOwner();
        }
        List<StackPane> wanted = sheets.shown().stream().map(this::shade).toList();
        shades.stream().filter(shade -> !wanted.contains(shade)).forEach(shade -> shade.getChildren().clear());
        getChildren().removeAll(shades);
        shades.clear();
        shades.addAll(wanted);
        getChildren().addAll(shades);
        if (shades.isEmpty()) {
            restoreFocus();
        } else {
            focusIn(shades.getLast());
        }
    }

    private StackPane shade(Node sheet) {
        if (sheet.getParent() instanceof StackPane own && shades.contains(own)) {
            return own;
        }
        StackPane shade = new StackPane(sheet);
        shade.getStyleClass().add("sheet-shade");
        shade.setAccessibleRole(AccessibleRole.DIALOG);
        shade.setOnMousePressed(event -> {
            if (event.getTarget() == shade) {
                sheets.close(sheet);
            }
            event.consume();
        });
        return shade;
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && sheets.open()) {
            sheets.closeTop();
            event.consume();
        }
    }

    /// Tab goes round in a sheet, in both directions.
    private void keepFocus(Node before, Node now) {
        if (shades.isEmpty() || now == null || within(now, shades.getLast())) {
            return;
        }
        List<Node> round = focusable(shades.getLast());
        int left = round.indexOf(before);
        if (left < 0) {
            focusIn(shades.getLast());
        } else {
            (left == round.size() - 1 ? round.getFirst() : round.getLast()).requestFocus();
        }
    }

    private void restoreFocus() {
        if (focusBefore != null && focusBefore.getScene() == getScene()) {
            focusBefore.requestFocus();
        }
        focusBefore = null;
    }

    private static boolean within(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }

    /// Gives the focus to the default button of a sheet, or to the first control that takes it.
    private static void focusIn(Node sheet) {
        List<Node> round = focusable(sheet);
        round.stream().filter(node -> node instanceof Button button && button.isDefaultButton()).findFirst()
                .or(() -> round.stream().findFirst()).ifPresent(Node::requestFocus);
    }

    /// What takes the focus, in order.
    private static List<Node> focusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return List.of();
        }
        if (node.isFocusTraversable()) {
            return List.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> focusable(child).stream()).toList()
                : List.of();
    }
}
