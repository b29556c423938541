package throttlelab.fxml.compare;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.PaintedRegion;
import throttlelab.fxml.texts.Texts;

/// Hears mouse and keys for a [PositionMap]; a [MapPainter] paints it.
final class PositionMapSkin extends SkinBase<PositionMap> {

    private final PaintedRegion region = new PaintedRegion(this::paint);
    private final MapPainter painter = new MapPainter();
    private final Tooltip tooltip = new Tooltip(Texts.get("compare.map.tip"));
    private double scrollX;
    private double scrollY;
    private double pressedX;
    private double pressedY;
    private boolean dragged;
    private boolean toReveal;

    PositionMapSkin(PositionMap map) {
        super(map);
        getChildren().add(region);
        map.setTooltip(tooltip);
        registerChangeListener(map.cellsProperty(), change -> renew());
        registerChangeListener(map.selectedProperty(), change -> reveal());
        registerChangeListener(map.zoomProperty(), change -> reveal());
        registerChangeListener(map.focusedProperty(), change -> region.repaint());
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Where everything lies now.
    MapGeometry geometry() {
        PositionMap map = getSkinnable();
        MapCells cells = map.cellsProperty().get();
        MapGeometry geometry = MapGeometry.of(cells.prompts().size(), cells.longest(), region.getWidth(),
                region.getHeight(), region.em(), map.zoomProperty().get(), scrollX, scrollY);
        scrollX = geometry.scrollX();
        scrollY = geometry.scrollY();
        return geometry;
    }

    double largestZoom() {
        MapCells cells = getSkinnable().cellsProperty().get();
        return MapGeometry.largestZoom(cells.prompts().size(), cells.longest(), region.getWidth(), region.getHeight(),
                region.em());
    }

    Bounds boundsOf(int index) {
        MapCells cells = getSkinnable().cellsProperty().get();
        MapGeometry geometry = geometry();
        return new BoundingBox(geometry.x(cells.position(index)), geometry.y(cells.prompt(index)),
                geometry.cellWidth(), geometry.cellHeight());
    }

    private boolean paint(Brush brush, double width, double height) {
        PositionMap map = getSkinnable();
        MapCells cells = map.cellsProperty().get();
        int selected = map.selectedProperty().get();
        if (toReveal) {
            toReveal = false;
            scrollTo(cells, selected);
        }
        painter.paint(brush, geometry(), cells, selected < cells.size() ? selected : -1, map.isFocused());
        return false;
    }

    private void renew() {
        scrollX = 0;
        scrollY = 0;
        getSkinnable().fit();
        reveal();
    }

    /// What is selected is brought into sight before the next painting, when the size is known.
    private void reveal() {
        PositionMap map = getSkinnable();
        int selected = map.selectedProperty().get();
        boolean there = selected >= 0 && selected < map.cellsProperty().get().size();
        map.setAccessibleText(there ? map.describe(selected) : Texts.get("compare.map"));
        toReveal = there;
        region.repaint();
    }

    private void scrollTo(MapCells cells, int index) {
        MapGeometry geometry = geometry();
        double x = cells.position(index) * geometry.cellWidth();
        double y = cells.prompt(index) * geometry.cellHeight();
        scrollX = seen(x, geometry.cellWidth(), scrollX, geometry.width());
        scrollY = seen(y, geometry.cellHeight(), scrollY, geometry.height());
    }

    private static double seen(double at, double size, double scroll, double room) {
        return at < scroll || at + size > scroll + room ? at - (room - size) / 2 : scroll;
    }

    /// @return the index of the cell at a point; −1 if there is none
    private int at(MouseEvent event) {
        MapCells cells = getSkinnable().cellsProperty().get();
        MapGeometry geometry = geometry();
        int prompt = geometry.prompt(event.getY() - region.getLayoutY());
        int position = geometry.position(event.getX() - region.getLayoutX());
        if (!cells.has(prompt, position)) {
            return -1;
        }
        // Where several share a spot, the one that is seen is meant.
        int prompts = geometry.promptsPerSpot();
        int positions = geometry.positionsPerSpot();
        int fromPrompt = prompt / prompts * prompts;
        int fromPosition = position / positions * positions;
        PositionMark mark = cells.heaviest(fromPrompt, fromPrompt + prompts, fromPosition, fromPosition + positions);
        for (int p = fromPrompt; p < fromPrompt + prompts; p++) {
            for (int q = fromPosition; q < fromPosition + positions; q++) {
                if (cells.has(p, q) && cells.at(cells.index(p, q)) == mark) {
                    return cells.index(p, q);
                }
            }
        }
        return cells.index(prompt, position);
    }

    private void pressed(MouseEvent event) {
        getSkinnable().requestFocus();
        pressedX = event.getX() + scrollX;
        pressedY = event.getY() + scrollY;
        dragged = false;
    }

    private void dragged(MouseEvent event) {
        dragged = dragged || !event.isStillSincePress();
        if (dragged) {
            scrollX = pressedX - event.getX();
            scrollY = pressedY - event.getY();
            region.repaint();
        }
    }

    private void clicked(MouseEvent event) {
        int index = at(event);
        if (index >= 0 && !dragged) {
            getSkinnable().selectedProperty().set(index);
        }
    }

    private void moved(MouseEvent event) {
        int index = at(event);
        tooltip.setText(index < 0 ? Texts.get("compare.map.tip") : getSkinnable().describe(index));
    }

    private void scrolled(ScrollEvent event) {
        PositionMap map = getSkinnable();
        if (event.isShortcutDown()) {
            if (event.getDeltaY() > 0) {
                map.zoomIn();
            } else {
                map.zoomOut();
            }
            event.consume();
            return;
        }
        double x = scrollX;
        double y = scrollY;
        scrollX -= event.getDeltaX();
        scrollY -= event.getDeltaY();
        geometry();
        // At its end, the page around it scrolls on.
        if (scrollX != x || scrollY != y) {
            region.repaint();
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        PositionMap map = getSkinnable();
        MapCells cells = map.cellsProperty().get();
        if (cells.size() == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int selected = Math.clamp(map.selectedProperty().get(), 0, cells.size() - 1);
        int to = switch (event.getCode()) {
            case LEFT, KP_LEFT -> selected - 1;
            case RIGHT, KP_RIGHT -> selected + 1;
            case UP, KP_UP -> vertical(cells, selected, -1);
            case DOWN, KP_DOWN -> vertical(cells, selected, 1);
            case HOME -> 0;
            case END -> cells.size() - 1;
            default -> Integer.MIN_VALUE;
        };
        if (to != Integer.MIN_VALUE) {
            map.selectedProperty().set(Math.clamp(to, 0, cells.size() - 1));
            event.consume();
        }
    }

    private static int vertical(MapCells cells, int index, int step) {
        int position = cells.position(index);
        for (int prompt = cells.prompt(index) + step; prompt >= 0 && prompt < cells.prompts().size(); prompt += step) {
            if (cells.has(prompt, position)) {
                return cells.index(prompt, position);
            }
        }
        return index;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + 14 * region.em() + right;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + 24 * region.em() + right;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return top + 8 * region.em() + bottom;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + 14 * region.em() + bottom;
    }
}
