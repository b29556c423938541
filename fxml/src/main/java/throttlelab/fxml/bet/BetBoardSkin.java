package throttlelab.fxml.bet;

import javafx.scene.canvas.Canvas;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import throttlelab.fxml.control.Sharpenable;
import throttlelab.fxml.texts.Texts;
import javafx.scene.text.Text;

/// Lays out a [BetBoard] and hears mouse and keys; a [BoardPainter] paints it.
final class BetBoardSkin extends SkinBase<BetBoard> implements Sharpenable {

    private final Canvas canvas = new Canvas();
    private final BoardPainter painter;
    private final Tooltip tooltip = new Tooltip();
    private BoardGeometry geometry = BoardGeometry.of(0, 0, 1, 1, 0);
    private boolean stale = true;

    BetBoardSkin(BetBoard board) {
        super(board);
        painter = new BoardPainter(board, canvas);
        getChildren().add(canvas);
        board.setTooltip(tooltip);
        registerChangeListener(board.cellsProperty(), change -> renew());
        registerChangeListener(board.looksProperty(), change -> changed());
        registerChangeListener(board.font(), change -> renew());
        board.paints().forEach(paint -> registerChangeListener(paint, change -> painter.all(geometry)));
        registerChangeListener(board.currentProperty(), change -> frame());
        registerChangeListener(board.openedProperty(), change -> frame());
        registerChangeListener(board.focusedProperty(), change -> frame());
        board.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        board.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        board.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        renew();
    }

    /// Where the cells lie.
    BoardGeometry geometry() {
        return geometry;
    }

    private void renew() {
        if (!getSkinnable().has(getSkinnable().currentProperty().get())) {
            getSkinnable().currentProperty().set(new BetCell(0, 0));
        }
        tooltip.setText(Texts.get("bet.board"));
        getSkinnable().requestLayout();
        stale = true;
    }

    private double em() {
        return getSkinnable().font().get().getSize();
    }

    private BoardGeometry geometry(double width) {
        BetCells cells = getSkinnable().cellsProperty().get();
        Text measure = new Text();
        measure.setFont(getSkinnable().font().get());
        double labels = cells.profiles().stream().mapToDouble(name -> {
            measure.setText(name);
            return measure.getLayoutBounds().getWidth();
        }).max().orElse(0);
        return BoardGeometry.of(cells.profiles().size(), cells.prompts().size(), width, em(), labels + 0.7 * em());
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        double inside = width < 0 ? 40 * em() : width - left - right;
        return top + geometry(inside).height() + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + 12 * em() + right;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + 40 * em() + right;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        BoardGeometry wanted = geometry(width);
        canvas.relocate(x, y);
        if (!wanted.equals(geometry) || stale || canvas.getWidth() != Math.ceil(width)) {
            geometry = wanted;
            canvas.setWidth(Math.ceil(width));
            canvas.setHeight(Math.ceil(geometry.height()) + 1);
            painter.all(geometry);
            stale = false;
            describe();
        }
    }

    private void changed() {
        if (!stale) {
            painter.changed();
            describe();
        }
    }

    private void frame() {
        if (!stale) {
            painter.frame();
            describe();
        }
    }

    @Override
    public Runnable sharpen(double scale) {
        return Sharpenable.over(canvas, getChildren(), scale,
                context -> new BoardPainter(getSkinnable(), context.getCanvas()).all(geometry));
    }

    private void describe() {
        BetBoard board = getSkinnable();
        BetCell current = board.currentProperty().get();
        if (board.isFocused() && board.has(current)) {
            board.setAccessibleText(board.describe(current));
        }
    }

    private void clicked(MouseEvent event) {
        BetCell cell = geometry.at(event.getX() - canvas.getLayoutX(), event.getY() - canvas.getLayoutY());
        getSkinnable().requestFocus();
        if (cell != null) {
            getSkinnable().currentProperty().set(cell);
            getSkinnable().onOpenProperty().get().accept(cell);
        }
    }

    private void moved(MouseEvent event) {
        BetCell cell = geometry.at(event.getX() - canvas.getLayoutX(), event.getY() - canvas.getLayoutY());
        tooltip.setText(cell == null ? Texts.get("bet.board") : getSkinnable().describe(cell));
    }

    private void pressed(KeyEvent event) {
        BetCell current = getSkinnable().currentProperty().get();
        if (!getSkinnable().has(current)) {
            return;
        }
        BetCell to = switch (event.getCode()) {
            case LEFT, KP_LEFT -> geometry.horizontal(current, -1);
            case RIGHT, KP_RIGHT -> geometry.horizontal(current, 1);
            case UP, KP_UP -> geometry.vertical(current, -1);
            case DOWN, KP_DOWN -> geometry.vertical(current, 1);
            case HOME -> geometry.horizontal(current, -geometry.prompts());
            case END -> geometry.horizontal(current, geometry.prompts());
            case ENTER, SPACE -> {
                getSkinnable().onOpenProperty().get().accept(current);
                yield current;
            }
            default -> null;
        };
        if (to != null) {
            getSkinnable().currentProperty().set(to);
            event.consume();
        }
    }
}
