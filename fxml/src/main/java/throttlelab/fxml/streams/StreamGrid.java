package throttlelab.fxml.streams;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Streams of tokens under each other, in lines that break. It follows the newest token unless a person has scrolled
/// back.
///
/// Colours and font come from the style sheet: `-streams-text`, `-streams-quiet`, `-streams-line`, `-streams-cell`,
/// `-streams-lenient`, `-streams-lenient-back`, `-streams-catastrophic`, `-streams-catastrophic-back`,
/// `-streams-selected` and `-fx-font`.
public final class StreamGrid extends Control {

    private static final StyleablePropertyFactory<StreamGrid> FACTORY =
            new StyleablePropertyFactory<>(Control.getClassCssMetaData());

    private final ObjectProperty<StreamLines> lines = new SimpleObjectProperty<>(this, "lines", StreamLines.NONE);
    private final IntegerProperty revision = new SimpleIntegerProperty(this, "revision");
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final ObjectProperty<IntConsumer> onDetails = new SimpleObjectProperty<>(this, "onDetails", p -> { });
    private final StyleableProperty<Color> text = color("text", Color.BLACK);
    private final StyleableProperty<Color> quiet = color("quiet", Color.GRAY);
    private final StyleableProperty<Color> line = color("line", Color.LIGHTGRAY);
    private final StyleableProperty<Color> cell = color("cell", Color.WHITE);
    private final StyleableProperty<Color> lenient = color("lenient", Color.BLACK);
    private final StyleableProperty<Color> lenientBack = color("lenient-back", Color.WHITE);
    private final StyleableProperty<Color> catastrophic = color("catastrophic", Color.BLACK);
    private final StyleableProperty<Color> catastrophicBack = color("catastrophic-back", Color.WHITE);
    private final StyleableProperty<Color> selection = color("selected", Color.BLUE);
    private final StyleableProperty<Font> font = FACTORY.createStyleableFontProperty(this, "font", "-fx-font",
            grid -> grid.font, Font.getDefault(), true);

    /// A grid without lines.
    public StreamGrid() {
        getStyleClass().add("stream-grid");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
    }

    private StyleableProperty<Color> color(String name, Color initial) {
        return FACTORY.createStyleableColorProperty(this, name, "-streams-" + name, grid -> grid.styled(name), initial);
    }

    private StyleableProperty<Color> styled(String name) {
        return switch (name) {
            case "text" -> text;
            case "quiet" -> quiet;
            case "line" -> line;
            case "cell" -> cell;
            case "lenient" -> lenient;
            case "lenient-back" -> lenientBack;
            case "catastrophic" -> catastrophic;
            case "catastrophic-back" -> catastrophicBack;
            default -> selection;
        };
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new StreamGridSkin(this);
    }

    @Override
    protected List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    /// What the style sheet says now.
    Brush brush() {
        return new Brush(font.getValue(), text.getValue(), quiet.getValue(), line.getValue(), cell.getValue(),
                lenient.getValue(), lenientBack.getValue(), catastrophic.getValue(), catastrophicBack.getValue(),
                selection.getValue());
    }

    /// What is told when the style sheet says something else.
    List<StyleableProperty<?>> styles() {
        return List.of(font, text, quiet, line, cell, lenient, lenientBack, catastrophic, catastrophicBack, selection);
    }

    /// What is shown; another object for other streams.
    public ObjectProperty<StreamLines> linesProperty() {
        return lines;
    }

    /// Changes when the lines have grown.
    public IntegerProperty revisionProperty() {
        return revision;
    }

    /// The position that is marked, from 0; −1 for none. It is scrolled to when it changes.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// Told a position that a person wants to know all about.
    public ObjectProperty<IntConsumer> onDetailsProperty() {
        return onDetails;
    }

    /// Where a position is, in the grid's own coordinates, with all its lines; nothing if it is not in sight.
    public Optional<Bounds> boundsOf(int position) {
        return getSkin() instanceof StreamGridSkin skin ? skin.boundsOf(position) : Optional.empty();
    }
}
