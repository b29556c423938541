package throttlelab.fxml.streams;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import throttlelab.fxml.control.Sharpenable;

/// A canvas as large as what is visible, and a scroll bar. A new token is painted alone; all is painted only when the
/// place, the style or the selection has changed.
final class StreamGridSkin extends SkinBase<StreamGrid> implements Sharpenable {

    private final Canvas canvas = new Canvas();
    private final ScrollBar bar = new ScrollBar();
    private Brush brush;
    private GridMetrics metrics;
    private int[] painted = new int[0];
    private boolean follow = true;
    private boolean scrolling;

    StreamGridSkin(StreamGrid grid) {
        super(grid);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        // As large as the grid happens to be, it must not keep the grid from becoming smaller.
        canvas.setManaged(false);
        getChildren().addAll(canvas, bar);
        brush = grid.brush();
        metrics = measure(0, 0);
        grid.styles().forEach(style -> ((ObservableValue<?>) style).subscribe(this::restyle));
        grid.linesProperty().addListener((property, before, now) -> begin());
        grid.revisionProperty().addListener((property, before, now) -> grow());
        grid.selectedProperty().addListener((property, before, now) -> select(now.intValue()));
        grid.focusedProperty().addListener((property, before, now) -> paint());
        bar.valueProperty().addListener((property, before, now) -> scrolled());
        grid.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        grid.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void restyle() {
        brush = getSkinnable().brush();
        getSkinnable().requestLayout();
    }

    private GridMetrics measure(double width, double height) {
        StreamLines lines = getSkinnable().linesProperty().get();
        return new GridMetrics(brush.em(), width, height, lines.lines(), lines.positions());
    }

    private void begin() {
        follow = true;
        scrolling = true;
        bar.setValue(0);
        scrolling = false;
        arrange();
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double barWidth = Math.ceil(bar.prefWidth(-1));
        canvas.setWidth(Math.max(0, width - barWidth));
        canvas.setHeight(Math.max(0, height));
        canvas.relocate(x, y);
        bar.resizeRelocate(x + width - barWidth, y, barWidth, height);
        arrange();
    }

    /// Measures anew and paints.
    private void arrange() {
        int top = firstVisible();
        metrics = measure(canvas.getWidth(), canvas.getHeight());
        scrolling = true;
        bar.setMax(metrics.scrollRange());
        bar.setVisibleAmount(metrics.contentHeight() == 0 ? 0
                : metrics.scrollRange() * metrics.height() / metrics.contentHeight());
        bar.setUnitIncrement(metrics.blockHeight());
        bar.setBlockIncrement(Math.max(metrics.blockHeight(), metrics.height() - metrics.blockHeight()));
        bar.setVisible(metrics.scrollRange() > 0);
        bar.setValue(follow ? followed() : Math.min(metrics.scrollRange(), metrics.blockTop(metrics.block(top))));
        scrolling = false;
        paint();
    }

    private int firstVisible() {
        return (int) (bar.getValue() / metrics.blockHeight()) * metrics.columns();
    }

    /// Where to scroll so that the newest token is seen.
    private double followed() {
        int newest = newest();
        return newest < 0 ? 0 : metrics.follow(newest, Math.min(bar.getValue(), metrics.scrollRange()));
    }

    /// The newest position of the lines that grow; −1 before the first.
    private int newest() {
        StreamLines lines = getSkinnable().linesProperty().get();
        int newest = -1;
        for (int line = 1; line < lines.lines(); line++) {
            newest = Math.max(newest, lines.size(line) - 1);
        }
        return newest;
    }

    private void paint() {
        if (canvas.getWidth() <= 0 || canvas.getHeight() <= 0) {
            return;
        }
        painter(canvas.getGraphicsContext2D()).all(getSkinnable().selectedProperty().get(), getSkinnable().isFocused());
        StreamLines lines = getSkinnable().linesProperty().get();
        painted = new int[lines.lines()];
        for (int line = 0; line < painted.length; line++) {
            painted[line] = lines.size(line);
        }
    }

    private GridPainter painter(GraphicsContext context) {
        return new GridPainter(context, brush, metrics, bar.getValue(),
                getSkinnable().linesProperty().get());
    }

    @Override
    public Runnable sharpen(double scale) {
        return Sharpenable.over(canvas, getChildren(), scale, context -> painter(context)
                .all(getSkinnable().selectedProperty().get(), getSkinnable().isFocused()));
    }

    private void grow() {
        double wanted = follow ? followed() : bar.getValue();
        if (wanted != bar.getValue()) {
            scrolling = true;
            bar.setValue(wanted);
            scrolling = false;
            paint();
            return;
        }
        StreamLines lines = getSkinnable().linesProperty().get();
        GridPainter painter = painter(canvas.getGraphicsContext2D());
        int selected = getSkinnable().selectedProperty().get();
        for (int line = 0; line < painted.length; line++) {
            for (; painted[line] < lines.size(line); painted[line]++) {
                int position = painted[line];
                if (visible(position) && position == selected) {
                    painter.column(position, true, getSkinnable().isFocused());
                } else if (visible(position)) {
                    painter.newest(line, position);
                }
            }
        }
    }

    private boolean visible(int position) {
        double top = metrics.blockTop(metrics.block(position)) - bar.getValue();
        return top < metrics.height() && top + metrics.blockHeight() > 0;
    }

    private void scrolled() {
        if (!scrolling) {
            // Whoever scrolls away from the newest token wants to stay there; whoever comes back follows again.
            follow = newest() < 0 || metrics.reveal(newest(), bar.getValue()) == bar.getValue();
            paint();
        }
    }

    private void wheel(ScrollEvent event) {
        if (metrics.scrollRange() > 0) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaY(), 0, metrics.scrollRange()));
            event.consume();
        }
    }

    private void click(MouseEvent event) {
        StreamGrid grid = getSkinnable();
        grid.requestFocus();
        int position = metrics.at(event.getX() - canvas.getLayoutX(),
                event.getY() - canvas.getLayoutY() + bar.getValue());
        if (event.getButton() == MouseButton.PRIMARY && position >= 0) {
            grid.selectedProperty().set(position);
            grid.onDetailsProperty().get().accept(position);
        }
    }

    private void key(KeyEvent event) {
        StreamGrid grid = getSkinnable();
        int last = metrics.positions() - 1;
        int now = grid.selectedProperty().get();
        int page = Math.max(1, (int) (metrics.height() / metrics.blockHeight())) * metrics.columns();
        int next = switch (event.getCode()) {
            case LEFT -> now < 0 ? 0 : now - 1;
            case RIGHT -> now + 1;
            case UP -> now < 0 ? 0 : now - metrics.columns() < 0 ? now : now - metrics.columns();
            case DOWN -> now < 0 ? 0 : now + metrics.columns() > last ? now : now + metrics.columns();
            case PAGE_UP -> now - page;
            case PAGE_DOWN -> now + page;
            case HOME -> 0;
            case END -> Math.max(newest(), 0);
            default -> Integer.MIN_VALUE;
        };
        if (next != Integer.MIN_VALUE && last >= 0) {
            grid.selectedProperty().set(Math.clamp(next, 0, last));
            event.consume();
        } else if (now >= 0 && (event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.SPACE)) {
            grid.onDetailsProperty().get().accept(now);
            event.consume();
        }
    }

    private void select(int position) {
        if (position >= 0 && position < metrics.positions()) {
            double wanted = metrics.reveal(position, bar.getValue());
            if (wanted != bar.getValue()) {
                bar.setValue(wanted);
                return;
            }
        }
        paint();
    }

    Optional<Bounds> boundsOf(int position) {
        if (position < 0 || position >= metrics.positions() || !visible(position)) {
            return Optional.empty();
        }
        return Optional.of(new BoundingBox(canvas.getLayoutX() + metrics.x(position),
                canvas.getLayoutY() + metrics.blockTop(metrics.block(position)) - bar.getValue(),
                metrics.columnWidth(), metrics.numbersHeight() + metrics.lines() * metrics.rowHeight()));
    }
}
