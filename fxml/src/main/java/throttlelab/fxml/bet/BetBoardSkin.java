package throttlelab.fxml.bet;

import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.SkinBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Paints a [BetBoard]. When only cells have changed, only those are painted again.
final class BetBoardSkin extends SkinBase<BetBoard> {

    private static final int LEVELS = 32;
    private static final int EVERY = 5;
    private static final double ROUND = 0.25;

    private final Canvas canvas = new Canvas();
    private final GraphicsContext pen = canvas.getGraphicsContext2D();
    private final Tooltip tooltip = new Tooltip();
    private BoardGeometry geometry = BoardGeometry.of(0, 0, 1, 1, 0);
    private int[] painted = {};
    private BetCell framed;
    private BetCell marked;

    BetBoardSkin(BetBoard board) {
        super(board);
        getChildren().add(canvas);
        registerChangeListener(board.cellsProperty(), change -> renew());
        registerChangeListener(board.looksProperty(), change -> paintChanged());
        registerChangeListener(board.font(), change -> renew());
        board.paints().forEach(paint -> registerChangeListener(paint, change -> paintAll()));
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
        getSkinnable().setTooltip(null);
        getSkinnable().requestLayout();
        painted = new int[0];
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
        if (!wanted.equals(geometry) || painted.length == 0 || canvas.getWidth() != Math.ceil(width)) {
            geometry = wanted;
            canvas.setWidth(Math.ceil(width));
            canvas.setHeight(Math.ceil(geometry.height()) + 1);
            paintAll();
        }
    }

    private void paintAll() {
        BetCells cells = getSkinnable().cellsProperty().get();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (geometry.profiles() != cells.profiles().size() || geometry.prompts() != cells.prompts().size()) {
            return;
        }
        painted = new int[geometry.profiles() * geometry.prompts()];
        Arrays.fill(painted, -1);
        for (int first = 0; first < geometry.prompts(); first += geometry.columns()) {
            paintLabels(cells, first);
        }
        paintChanged();
    }

    private void paintLabels(BetCells cells, int first) {
        Font font = getSkinnable().font().get();
        pen.setFill(getSkinnable().paint("-bet-label"));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFont(font);
        for (int profile = 0; profile < geometry.profiles(); profile++) {
            pen.fillText(cells.profiles().get(profile), 0,
                    geometry.y(new BetCell(profile, first)) + geometry.side() / 2);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFont(Font.font(font.getFamily(), 0.78 * font.getSize()));
        int last = Math.min(first + geometry.columns(), geometry.prompts());
        for (int prompt = first; prompt < last; prompt++) {
            if (prompt == first || (prompt + 1) % EVERY == 0) {
                pen.fillText(Integer.toString(prompt + 1), geometry.x(prompt) + geometry.side() / 2,
                        geometry.top(first) - geometry.head() / 2);
            }
        }
    }

    private void paintChanged() {
        BetCells cells = getSkinnable().cellsProperty().get();
        if (painted.length != cells.profiles().size() * cells.prompts().size()) {
            return;
        }
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(Font.font(getSkinnable().font().get().getFamily(), FontWeight.BOLD, em()));
        for (int profile = 0; profile < geometry.profiles(); profile++) {
            for (int prompt = 0; prompt < geometry.prompts(); prompt++) {
                Outcome outcome = cells.outcome(profile, prompt);
                int level = (int) Math.round(LEVELS * cells.filled(profile, prompt));
                int look = outcome.ordinal() * (LEVELS + 1) + level;
                int at = profile * geometry.prompts() + prompt;
                if (painted[at] != look) {
                    painted[at] = look;
                    paint(new BetCell(profile, prompt), outcome, level / (double) LEVELS);
                }
            }
        }
        describe();
    }

    /// A cell has a gap of a pixel to its neighbours, so that painting one again does not touch them.
    private void paint(BetCell cell, Outcome outcome, double filled) {
        BetBoard board = getSkinnable();
        double x = geometry.x(cell.prompt());
        double y = geometry.y(cell);
        double side = geometry.side() - 2;
        double round = ROUND * em();
        pen.clearRect(x, y, geometry.side(), geometry.side());
        boolean ended = filled >= 1 || outcome == Outcome.INCOMPLETE;
        pen.setFill(board.paint("-bet-" + outcome.id() + "-back"));
        if (ended) {
            pen.fillRoundRect(x + 1, y + 1, side, side, round, round);
        } else {
            double height = Math.round(filled * side);
            pen.fillRect(x + 1, y + 1 + side - height, side, height);
        }
        boolean opened = cell.equals(marked);
        pen.setLineWidth(opened ? 2 : 1);
        boolean loud = ended && outcome != Outcome.REFERENCE;
        pen.setStroke(board.paint(opened ? "-bet-running" : loud ? "-bet-" + outcome.id() : "-bet-line"));
        pen.strokeRoundRect(x + 1.5, y + 1.5, side - 1, side - 1, round, round);
        if (cell.equals(framed)) {
            pen.setLineWidth(2);
            pen.setStroke(board.paint("-bet-focus"));
            pen.strokeRoundRect(x + 1, y + 1, side, side, round, round);
        }
        pen.setFill(board.paint("-bet-" + outcome.id()));
        pen.fillText(outcome.symbol(), x + geometry.side() / 2, y + geometry.side() / 2);
    }

    private void frame() {
        BetBoard board = getSkinnable();
        forget(framed);
        forget(marked);
        framed = board.isFocused() ? board.currentProperty().get() : null;
        marked = board.openedProperty().get();
        forget(framed);
        forget(marked);
        paintChanged();
    }

    private void forget(BetCell cell) {
        if (getSkinnable().has(cell)) {
            int at = cell.profile() * geometry.prompts() + cell.prompt();
            if (at < painted.length) {
                painted[at] = -1;
            }
        }
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
        if (cell == null) {
            getSkinnable().setTooltip(null);
        } else {
            tooltip.setText(getSkinnable().describe(cell));
            getSkinnable().setTooltip(tooltip);
        }
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
