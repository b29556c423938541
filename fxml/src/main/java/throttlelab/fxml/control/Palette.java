package throttlelab.fxml.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The colours of the theme and the size of text, for what is painted on a canvas. It sits unseen in the scene, so that
/// a change of theme or of the size of text reaches it as it reaches everything that is styled.
public final class Palette extends Region {

    /// How many workers have a colour.
    public static final int WORKERS = 8;

    private static final String PREFIX = "-palette-";
    private static final List<ColorMeta> COLORS = Stream.concat(
            Stream.of(Ink.values()).map(ink -> ink.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            IntStream.range(0, WORKERS).mapToObj(worker -> "worker-" + worker)).map(ColorMeta::of).toList();
    private static final EmMeta EM = new EmMeta();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Runnable changed;
    private final List<SimpleStyleableObjectProperty<Color>> colors = new ArrayList<>();
    private final SimpleStyleableObjectProperty<Number> em;

    /// @param changed told after every change
    Palette(Runnable changed) {
        this.changed = changed;
        getStyleClass().add("palette");
        setManaged(false);
        setMouseTransparent(true);
        COLORS.forEach(meta -> colors.add(told(meta)));
        em = told(EM);
    }

    private <T> SimpleStyleableObjectProperty<T> told(CssMetaData<Palette, T> meta) {
        return new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), meta.getInitialValue(this)) {
            @Override
            protected void invalidated() {
                get();
                changed.run();
            }
        };
    }

    /// The colour for a purpose.
    public Color color(Ink ink) {
        return colors.get(ink.ordinal()).get();
    }

    /// A worker's colour.
    public Color worker(int worker) {
        return colors.get(Ink.values().length + worker % WORKERS).get();
    }

    /// The size of text, in pixels.
    public double em() {
        return em.get().doubleValue();
    }

    @Override
    public String getUserAgentStylesheet() {
        return Objects.requireNonNull(Palette.class.getResource("Palette.css")).toExternalForm();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(COLORS);
        all.add(EM);
        return List.copyOf(all);
    }

    private static final class ColorMeta extends CssMetaData<Palette, Color> {

        private ColorMeta(String name) {
            super(PREFIX + name, StyleConverter.getColorConverter(), Color.GRAY);
        }

        static ColorMeta of(String name) {
            return new ColorMeta(name);
        }

        @Override
        public boolean isSettable(Palette palette) {
            return true;
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Palette palette) {
            return palette.colors.get(COLORS.indexOf(this));
        }
    }

    private static final class EmMeta extends CssMetaData<Palette, Number> {

        EmMeta() {
            super(PREFIX + "em", StyleConverter.getSizeConverter(), 13);
        }

        @Override
        public boolean isSettable(Palette palette) {
            return true;
        }

        @Override
        public StyleableProperty<Number> getStyleableProperty(Palette palette) {
            return palette.em;
        }
    }
}
