package throttlelab.fxml.lessons;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Shows pieces of text.
final class ProseView {

    private static final double INDENT_EMS = 1.2;
    private static final double EM = 16;

    private ProseView() {
    }

    /// A box with all of them, one below the other.
    static VBox of(List<TextPiece> pieces) {
        VBox box = new VBox();
        box.getStyleClass().add("lessons-prose");
        pieces.forEach(piece -> box.getChildren().add(line(piece)));
        return box;
    }

    private static Node line(TextPiece piece) {
        Region words = piece.kind() == TextPiece.Kind.CODE ? block(piece) : flow(piece);
        if (piece.depth() == 0) {
            return words;
        }
        Label mark = new Label(piece.mark());
        mark.getStyleClass().add("prose-mark");
        HBox line = new HBox(mark, words);
        line.getStyleClass().add("prose-line");
        // Deeper items begin further to the right.
        Region indent = new Region();
        indent.setMinWidth((piece.depth() - 1) * INDENT_EMS * EM);
        line.getChildren().addFirst(indent);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }

    private static Label block(TextPiece piece) {
        Label code = new Label(plain(piece));
        code.getStyleClass().add("prose-block");
        code.setMinWidth(Region.USE_PREF_SIZE);
        return code;
    }

    /// Words that break where the room ends.
    static TextFlow flow(TextPiece piece) {
        TextFlow flow = new TextFlow();
        piece.spans().forEach(span -> {
            Text text = new Text(span.text());
            text.getStyleClass().add("prose-text");
            style(text, span.strong() || piece.kind() == TextPiece.Kind.HEADING, "prose-strong");
            style(text, span.emphasis(), "prose-emphasis");
            style(text, span.code(), "prose-code");
            flow.getChildren().add(text);
        });
        return flow;
    }

    private static void style(Text text, boolean wanted, String style) {
        if (wanted) {
            text.getStyleClass().add(style);
        }
    }

    /// The words without their looks.
    static String plain(TextPiece piece) {
        return piece.spans().stream().map(TextPiece.Span::text).reduce("", String::concat);
    }
}
