package throttlelab.fxml.control;

import java.util.List;
import java.util.stream.IntStream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Lays its children out in columns of equal width, as many as fit side by side without one being narrower than
/// `-lab-least-column`; `-lab-column-gap` lies between them.
public final class Columns extends Pane {

    private static final StyleablePropertyFactory<Columns> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Columns, Number> LEAST =
            FACTORY.createSizeCssMetaData("-lab-least-column", columns -> columns.least, 100);
    private static final CssMetaData<Columns, Number> GAP =
            FACTORY.createSizeCssMetaData("-lab-column-gap", columns -> columns.gap, 0);

    private final SimpleStyleableDoubleProperty least = length(LEAST, "least", 100);
    private final SimpleStyleableDoubleProperty gap = length(GAP, "gap", 0);

    /// No columns.
    public Columns() {
        getStyleClass().add("lab-columns");
    }

    private SimpleStyleableDoubleProperty length(CssMetaData<Columns, Number> style, String name, double initial) {
        return new SimpleStyleableDoubleProperty(style, this, name, initial) {
            @Override
            protected void invalidated() {
                requestLayout();
            }
        };
    }

    private int columns(double width, int children) {
        return Math.clamp((long) ((width + gap.get()) / (least.get() + gap.get())), 1, Math.max(1, children));
    }

    private double columnWidth(double width, int columns) {
        return Math.floor((width - gap.get() * (columns - 1)) / columns);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return least.get() + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        int children = getManagedChildren().size();
        return children * (least.get() + gap.get()) + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        List<Node> children = getManagedChildren();
        double inside = width < 0 ? children.size() * (least.get() + gap.get())
                : width - insets.getLeft() - insets.getRight();
        int columns = columns(inside, children.size());
        double sum = 0;
        for (int first = 0; first < children.size(); first += columns) {
            sum += rowHeight(children, first, columns, columnWidth(inside, columns)) + (first == 0 ? 0 : gap.get());
        }
        return insets.getTop() + sum + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static double rowHeight(List<Node> children, int first, int columns, double width) {
        return IntStream.range(first, Math.min(first + columns, children.size()))
                .mapToDouble(child -> Math.ceil(children.get(child).prefHeight(width))).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        List<Node> children = getManagedChildren();
        double inside = getWidth() - insets.getLeft() - insets.getRight();
        int columns = columns(inside, children.size());
        double width = columnWidth(inside, columns);
        double y = insets.getTop();
        for (int first = 0; first < children.size(); first += columns) {
            double height = rowHeight(children, first, columns, width);
            for (int child = first; child < Math.min(first + columns, children.size()); child++) {
                double x = insets.getLeft() + (child - first) * (width + gap.get());
                children.get(child).resizeRelocate(x, y, width, height);
            }
            y += height + gap.get();
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
