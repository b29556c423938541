package throttlelab.fxml.bet;

import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// Paints a [BetBoard]. When only cells have changed, only those are painted again.
final class BoardPainter {

    private static final int LEVELS = 32;
    private static final int EVERY = 5;
    private static final double ROUND = 0.25;
    /// Size of a symbol, in sides of a cell.
    private static final double SYMBOL = 0.7;

    private final BetBoard board;
    private final Canvas canvas;
    private final GraphicsContext pen;
    private BoardGeometry geometry = BoardGeometry.of(0, 0, 1, 1, 0);
    private int[] painted = {};
    private BetCell framed;
    private BetCell marked;

    BoardPainter(BetBoard board, Canvas canvas) {
        this.board = board;
        this.canvas = canvas;
        this.pen = canvas.getGraphicsContext2D();
    }

    /// Paints all of it.
    void all(BoardGeometry where) {
        geometry = where;
        BetCells cells = board.cellsProperty().get();
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (geometry.profiles() != cells.profiles().size() || geometry.prompts() != cells.prompts().size()) {
            painted = new int[0];
            return;
        }
        painted = new int[geometry.profiles() * geometry.prompts()];
        Arrays.fill(painted, -1);
        for (int first = 0; first < geometry.prompts(); first += geometry.columns()) {
            labels(cells, first);
        }
        frame();
    }

    private void labels(BetCells cells, int first) {
        Font font = board.font().get();
        pen.setFill(board.paint("-bet-label"));
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

    /// Paints the cells that look different from what was painted.
    void changed() {
        BetCells cells = board.cellsProperty().get();
        if (painted.length != cells.profiles().size() * cells.prompts().size()) {
            return;
        }
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(Font.font(board.font().get().getFamily(), FontWeight.BOLD, SYMBOL * geometry.side()));
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
    }

    /// A cell has a gap of a pixel to its neighbours, so that painting one again does not touch them.
    private void paint(BetCell cell, Outcome outcome, double filled) {
        double x = geometry.x(cell.prompt());
        double y = geometry.y(cell);
        double side = geometry.side() - 2;
        double round = ROUND * board.font().get().getSize();
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

    /// Paints anew the cells that have, or had, the focus or their streams open.
    void frame() {
        forget(framed);
        forget(marked);
        framed = board.isFocused() ? board.currentProperty().get() : null;
        marked = board.openedProperty().get();
        forget(framed);
        forget(marked);
        changed();
    }

    private void forget(BetCell cell) {
        if (board.has(cell)) {
            int at = cell.profile() * geometry.prompts() + cell.prompt();
            if (at < painted.length) {
                painted[at] = -1;
            }
        }
    }
}
