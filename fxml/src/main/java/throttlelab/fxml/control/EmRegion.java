package throttlelab.fxml.control;

import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;

/// A region that arranges its children by how much text fits beside each other, so that larger text has the same effect
/// as a narrower window. It learns the size of its text from the style sheet.
// A styleable property knows its owner; nothing calls a subclass before it is complete.
@SuppressWarnings("this-escape")
public abstract class EmRegion extends Region {

    private static final StyleablePropertyFactory<EmRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<EmRegion, Number> EM =
            FACTORY.createSizeCssMetaData("-lab-em", region -> region.em, 13);
    private static final String STYLES =
            Objects.requireNonNull(EmRegion.class.getResource("EmRegion.css")).toExternalForm();

    private final StyleableProperty<Number> em =
            FACTORY.createStyleableNumberProperty(this, "em", "-lab-em", region -> region.em, 13);

    /// An empty region.
    protected EmRegion() {
        getStyleClass().add("em-region");
        ((ObservableValue<?>) em).addListener((property, before, now) -> requestLayout());
    }

    /// How many pixels one em is.
    protected final double em() {
        return Math.max(1, em.getValue().doubleValue());
    }

    /// How many em fit beside each other at a width in pixels.
    protected final double ems(double width) {
        return width / em();
    }

    @Override
    public final String getUserAgentStylesheet() {
        return STYLES;
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
