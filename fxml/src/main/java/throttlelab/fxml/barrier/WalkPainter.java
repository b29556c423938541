package throttlelab.fxml.barrier;

import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;

/// Paints a pipeline: the workers in a row, the one slot at the owner of the present layer, and the token that walks from
/// worker to worker.
final class WalkPainter {

    private WalkPainter() {
    }

    /// @param walked where the token is between the workers
    static void paint(Brush brush, BarrierSnapshot shown, BarrierRows rows, double walked) {
        BarrierSlot slot = shown.slots().getFirst();
        for (int worker = 0; worker < rows.columns(); worker++) {
            if (worker == slot.worker()) {
                SlotPainter.box(brush, shown, slot, rows, worker);
                SlotPainter.address(brush, slot, rows, worker);
            } else {
                resting(brush, shown.walk().owns().get(worker), rows, worker);
            }
            SlotPainter.name(brush, worker, rows, worker);
        }
        track(brush, shown.walk().token(), rows, walked);
    }

    private static void resting(Brush brush, String owns, BarrierRows rows, int column) {
        GraphicsContext g = brush.context();
        brush.fill(Ink.WINDOW);
        double arc = 0.8 * rows.em();
        g.fillRoundRect(rows.x(column), rows.slots(), rows.columnWidth(), rows.slotHeight(), arc, arc);
        double room = rows.columnWidth() - 2;
        String text = brush.condensed(Face.PLAIN, 0.78, owns, room);
        brush.centre(Face.PLAIN, 0.78, Ink.QUIET, text, rows.centre(column), rows.slots() + rows.slotHeight() / 2, room);
    }

    private static void track(Brush brush, String token, BarrierRows rows, double walked) {
        GraphicsContext g = brush.context();
        double em = rows.em();
        double y = rows.track() + 0.75 * em;
        brush.stroke(Ink.QUIET, 1.5);
        g.strokeLine(rows.centre(0), y, rows.centre(rows.columns() - 1), y);
        brush.fill(Ink.QUIET);
        for (int column = 0; column < rows.columns(); column++) {
            g.fillOval(rows.centre(column) - 0.2 * em, y - 0.2 * em, 0.4 * em, 0.4 * em);
        }
        double width = brush.width(Face.BOLD, 0.8, token) + em;
        double x = Math.clamp(rows.centre(0) + walked * (rows.columnWidth() + rows.gap()), width / 2,
                rows.width() - width / 2);
        brush.fill(Ink.TEXT);
        g.fillRoundRect(x - width / 2, y - 0.68 * em, width, 1.36 * em, 1.36 * em, 1.36 * em);
        brush.centre(Face.BOLD, 0.8, Ink.PANEL, token, x, y);
    }
}
