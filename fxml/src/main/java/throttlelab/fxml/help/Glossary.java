package throttlelab.fxml.help;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import throttlelab.fxml.texts.Texts;

/// Explains a word where it stands: `Glossary.word="tempo"` in a view underlines a label with dots, and a click on it
/// opens the word's explanation beside it. With the keyboard, the word nearest to the focus is explained.
public final class Glossary {

    private static final String KEY = Glossary.class.getName();
    private static final int NEAR = 3;

    private Glossary() {
    }

    /// Has a label explain a word.
    ///
    /// @param id as of [Word#id()]
    public static void setWord(Label label, String id) {
        Word word = Word.of(id);
        label.getProperties().put(KEY, word);
        label.getStyleClass().add("glossary-word");
        label.setAccessibleHelp(word.text());
        if (label.getTooltip() == null) {
            label.setTooltip(new Tooltip(Texts.get("glossary.tip", word.title())));
        }
        label.setOnMouseClicked(event -> explain(label, word));
    }

    /// Has the head of a column explain a word.
    ///
    /// @param id as of [Word#id()]
    public static void setWord(TableColumnBase<?, ?> column, String id) {
        Label head = new Label(column.getText());
        setWord(head, id);
        // The column keeps its text, for screen readers; the style sheet shows the label alone.
        column.setGraphic(head);
        column.getStyleClass().add("glossary-head");
    }

    /// The word that a label explains, by its id; `null` if none.
    public static String getWord(Label label) {
        return word(label).map(Word::id).orElse(null);
    }

    static Optional<Word> word(Node node) {
        return Optional.ofNullable(node.hasProperties() ? (Word) node.getProperties().get(KEY) : null);
    }

    /// Explains the word that stands nearest to a node, in what holds it or a little around that.
    ///
    /// @return whether there is one
    public static boolean explainNear(Node focused) {
        Parent around = focused == null ? null : focused.getParent();
        for (int step = 0; step < NEAR && around != null; step++) {
            Optional<Label> label = first(around);
            if (label.isPresent()) {
                explain(label.get(), word(label.get()).orElseThrow());
                return true;
            }
            around = around.getParent();
        }
        return false;
    }

    private static Optional<Label> first(Node node) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (node instanceof Label label && word(label).isPresent()) {
            return Optional.of(label);
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream()
                .flatMap(child -> first(child).stream()).findFirst() : Optional.empty();
    }

    private static void explain(Node owner, Word word) {
        Label title = new Label(word.title());
        title.getStyleClass().add("lab-heading");
        Label text = new Label(word.text());
        text.setId("glossaryText");
        text.setWrapText(true);
        text.getStyleClass().add("lab-label");
        Label more = new Label(Texts.get("glossary.more"));
        more.getStyleClass().add("lab-quiet");
        VBox content = new VBox(title, text, more);
        // As large as text is in the window, not as the word that was clicked.
        content.setStyle(owner.getScene().getRoot().getStyle());
        content.getStyleClass().add("glossary-text");
        // A pane takes the focus and scrolls with keys where the window is small.
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "glossary-scroll");
        PopOver popOver = new PopOver(scroll);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.getStyleClass().add("glossary-popover");
        popOver.getRoot().getStylesheets()
                .add(Objects.requireNonNull(Glossary.class.getResource("Glossary.css")).toExternalForm());
        popOver.show(owner);
        scroll.requestFocus();
    }
}
