package throttlelab.fxml.streams;

import java.util.Objects;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import throttlelab.fxml.texts.Texts;

/// All about one position: a sentence, and a column for each line.
final class DetailsPane extends VBox {

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    DetailsPane(TokenDetails details) {
        getStyleClass().add("token-details");
        setId("streamsDetails");
        // It is shown in a window of its own.
        getStylesheets().add(Objects.requireNonNull(DetailsPane.class.getResource("Streams.css")).toExternalForm());
        Label title = new Label(Texts.get("streams.details.title", details.position() + 1));
        title.getStyleClass().add("lab-heading");
        Label verdict = new Label(details.verdict());
        verdict.setId("streamsDetailsVerdict");
        verdict.getStyleClass().add("lab-label");
        getChildren().addAll(title, verdict);
        if (!details.sides().isEmpty()) {
            getChildren().add(sides(details));
        }
    }

    private static GridPane sides(TokenDetails details) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("token-details-grid");
        for (int i = 0; i < details.sides().size(); i++) {
            Label title = new Label(details.sides().get(i).title());
            title.getStyleClass().add("token-details-side");
            Label remark = new Label(details.sides().get(i).remark());
            remark.getStyleClass().add("lab-quiet");
            grid.add(title, i + 1, 0);
            grid.add(remark, i + 1, 1);
        }
        row(grid, details, "text", TokenSide::text, side -> side.mark() == Mark.TOKEN);
        row(grid, details, "token.id", TokenSide::token, side -> side.mark() == Mark.TOKEN);
        row(grid, details, "logprob", TokenSide::logprob, side -> false);
        row(grid, details, "bits", TokenSide::bits, side -> side.mark() == Mark.LOGPROB);
        row(grid, details, "distance", TokenSide::distance, side -> side.mark() == Mark.LOGPROB);
        row(grid, details, "margin", TokenSide::margin, side -> false);
        return grid;
    }

    private static void row(GridPane grid, TokenDetails details, String what, Function<TokenSide, String> value,
            Function<TokenSide, Boolean> differs) {
        int row = grid.getRowCount();
        Label name = new Label(Texts.get("streams.details." + what));
        name.getStyleClass().add("lab-quiet");
        grid.add(name, 0, row);
        for (int i = 0; i < details.sides().size(); i++) {
            TokenSide side = details.sides().get(i);
            Label label = new Label(value.apply(side));
            label.getStyleClass().addAll("lab-mono", "token-details-value", "token-details-" + side.mark().id());
            label.pseudoClassStateChanged(DIFFERS, differs.apply(side));
            grid.add(label, i + 1, row);
        }
    }
}
