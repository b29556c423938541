package throttlelab.fxml.verdict;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import throttlelab.fxml.texts.Texts;

/// Title, word with its symbol, counts, remark and link, one below the other.
final class VerdictCardSkin extends SkinBase<VerdictCard> {

    private static final PseudoClass SO_FAR = PseudoClass.getPseudoClass("so-far");
    private static final PseudoClass EARLIER = PseudoClass.getPseudoClass("earlier");
    private static final Map<Outcome, PseudoClass> OUTCOMES = new EnumMap<>(Outcome.class);

    static {
        for (Outcome outcome : Outcome.values()) {
            OUTCOMES.put(outcome, PseudoClass.getPseudoClass(outcome.id()));
        }
    }

    private final Label title = new Label();
    private final Label symbol = new Label();
    private final Label word = new Label();
    private final Label soFar = new Label();
    private final Label counts = new Label();
    private final Label remark = new Label();
    private final Hyperlink first = new Hyperlink();
    private final VBox box;

    VerdictCardSkin(VerdictCard card) {
        super(card);
        style(title, "verdict-title", "Title");
        style(symbol, "verdict-symbol", "Symbol");
        style(word, "verdict-word", "Word");
        style(soFar, "verdict-so-far", "SoFar");
        style(counts, "verdict-counts", "Counts");
        style(remark, "verdict-remark", "Remark");
        first.setId(card.getId() + "First");
        first.getStyleClass().add("verdict-first");
        first.setWrapText(true);
        first.setTextAlignment(TextAlignment.CENTER);
        first.setMinHeight(Label.USE_PREF_SIZE);
        first.managedProperty().bind(first.visibleProperty());
        first.setTooltip(new Tooltip(Texts.get("verdict.first.tooltip")));
        first.setOnAction(event -> {
            first.setVisited(false);
            getSkinnable().onFirstProperty().get().accept(getSkinnable().stateProperty().get().firstDivergence());
        });
        word.setGraphic(symbol);
        word.setTooltip(new Tooltip(Texts.get("verdict.tooltip")));
        box = new VBox(title, word, soFar, counts, remark, first);
        box.getStyleClass().add("verdict-box");
        getChildren().add(box);
        card.stateProperty().subscribe(this::show);
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + box.prefHeight(width < 0 ? -1 : width - left - right) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    private void style(Label label, String styleClass, String id) {
        label.getStyleClass().add(styleClass);
        label.setId(getSkinnable().getId() + id);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
    }

    private void show(VerdictState state) {
        String until = state.soFar() ? state.outcome() == Outcome.VOID ? "" : Texts.get("verdict.sofar")
                : state.earlier() ? Texts.get("verdict.earlier") : "";
        title.setText(state.title());
        symbol.setText(state.outcome().symbol());
        word.setText(state.outcome().word());
        soFar.setText(until);
        counts.setText(state.counts());
        remark.setText(state.remark());
        first.setVisible(state.firstDivergence() >= 0);
        first.setText(Texts.get("verdict.first", state.firstDivergence() + 1));
        VerdictCard card = getSkinnable();
        OUTCOMES.forEach((outcome, pseudo) -> card.pseudoClassStateChanged(pseudo, outcome == state.outcome()));
        card.pseudoClassStateChanged(SO_FAR, state.soFar());
        card.pseudoClassStateChanged(EARLIER, state.earlier() && !state.soFar());
        card.setAccessibleText(Stream.of(state.title(), state.outcome().word(), until, state.counts(), state.remark())
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(" ")));
    }
}
