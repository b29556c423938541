package throttlelab.fxml.bet;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import throttlelab.fxml.texts.Texts;

/// A cell for every prompt under every profile, which fills as its tokens come and then shows their outcome by symbol
/// and colour. Profiles lie beneath each other; prompts run to the right, in as many strips as the width asks for.
///
/// Painted, not built of nodes: six hundred cells may change with every token. Its colours come from style sheets:
/// `-bet-ID` and `-bet-ID-back` for every [Outcome#id()], and `-bet-label`, `-bet-line`, `-bet-focus`.
public final class BetBoard extends Control {

    private static final StyleablePropertyFactory<BetBoard> FACTORY =
            new StyleablePropertyFactory<>(Control.getClassCssMetaData());
    private static final List<String> NAMES = Stream.concat(
            Arrays.stream(Outcome.values()).flatMap(outcome ->
                    Stream.of("-bet-" + outcome.id(), "-bet-" + outcome.id() + "-back")),
            Stream.of("-bet-label", "-bet-line", "-bet-focus")).toList();
    private static final Map<String, CssMetaData<BetBoard, Paint>> PAINTS = NAMES.stream().collect(Collectors.toMap(
            name -> name, name -> FACTORY.createPaintCssMetaData(name, board -> board.paints.get(name), Color.GRAY)));
    private static final CssMetaData<BetBoard, Font> FONT =
            FACTORY.createFontCssMetaData("-fx-font", board -> board.font, Font.getDefault(), true);

    private final ObjectProperty<BetCells> cells =
            new SimpleObjectProperty<>(this, "cells", BetCells.pending(List.of(), List.of()));
    private final LongProperty looks = new SimpleLongProperty(this, "looks");
    private final ObjectProperty<BetCell> current = new SimpleObjectProperty<>(this, "current", new BetCell(0, 0));
    private final ObjectProperty<BetCell> opened = new SimpleObjectProperty<>(this, "opened");
    private final ObjectProperty<Consumer<BetCell>> onOpen = new SimpleObjectProperty<>(this, "onOpen", cell -> { });
    private final Map<String, SimpleStyleableObjectProperty<Paint>> paints = NAMES.stream().collect(Collectors.toMap(
            name -> name, name -> new SimpleStyleableObjectProperty<>(PAINTS.get(name), this, name, Color.GRAY)));
    private final SimpleStyleableObjectProperty<Font> font =
            new SimpleStyleableObjectProperty<>(FONT, this, "font", Font.getDefault());

    /// A board without cells.
    public BetBoard() {
        getStyleClass().add("bet-board");
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(true);
    }

    /// A cell in words: prompt, profile, outcome.
    String describe(BetCell cell) {
        BetCells shown = cells.get();
        Outcome outcome = shown.outcome(cell.profile(), cell.prompt());
        return Texts.get("bet.cell", shown.prompts().get(cell.prompt()), shown.profiles().get(cell.profile()),
                outcome.text(), Math.round(100 * shown.filled(cell.profile(), cell.prompt())));
    }

    /// Whether there is such a cell.
    boolean has(BetCell cell) {
        return cell != null && cell.profile() >= 0 && cell.profile() < cells.get().profiles().size()
                && cell.prompt() >= 0 && cell.prompt() < cells.get().prompts().size();
    }

    Paint paint(String name) {
        return paints.get(name).get();
    }

    Iterable<SimpleStyleableObjectProperty<Paint>> paints() {
        return paints.values();
    }

    SimpleStyleableObjectProperty<Font> font() {
        return font;
    }

    /// What is shown.
    public ObjectProperty<BetCells> cellsProperty() {
        return cells;
    }

    /// To be changed whenever the cells may have changed.
    public LongProperty looksProperty() {
        return looks;
    }

    /// The cell that the keyboard is at.
    public ObjectProperty<BetCell> currentProperty() {
        return current;
    }

    /// The cell whose streams are open elsewhere; `null` if none is.
    public ObjectProperty<BetCell> openedProperty() {
        return opened;
    }

    /// What is done with a cell that is clicked, or entered with Enter or Space.
    public ObjectProperty<Consumer<BetCell>> onOpenProperty() {
        return onOpen;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new BetBoardSkin(this);
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(BetBoard.class.getResource("BetBoard.css")).toExternalForm();
    }

    @Override
    protected List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
