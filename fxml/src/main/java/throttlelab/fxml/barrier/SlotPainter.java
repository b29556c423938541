package throttlelab.fxml.barrier;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import throttlelab.fxml.control.Boxes;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;

/// Paints one slot: solid compute, hatched delay above it, a check mark when it has locked, and what it is called.
final class SlotPainter {

    private static final double PALE = 0.25;
    private static final double WORD = 0.73;
    private static final double INSET = 3;
    private static final double LABEL = 1.15;
    private static final double LABEL_GAP = 0.2;

    private SlotPainter() {
    }

    static void paint(Brush brush, BarrierSnapshot shown, int index, BarrierRows rows) {
        BarrierSlot slot = shown.slots().get(index);
        box(brush, shown, slot, rows, index);
        name(brush, slot.worker(), rows, index);
        address(brush, slot, rows, index);
    }

    /// The box of a slot in a column.
    static void box(Brush brush, BarrierSnapshot shown, BarrierSlot slot, BarrierRows rows, int column) {
        double x = Math.round(rows.x(column));
        double y = Math.round(rows.slots());
        double width = Math.round(rows.columnWidth());
        double height = Math.round(rows.slotHeight());
        GraphicsContext g = brush.context();
        boolean locked = slot.phase() == BarrierPhase.LOCKED;
        if (slot.phase() == BarrierPhase.DEAD) {
            dead(brush, x, y, width, height);
            return;
        }
        Boxes.paint(g, x, y, width, height, locked ? 2 : 1, brush.palette().color(locked ? Ink.TEXT : Ink.QUIET),
                brush.palette().color(Ink.WINDOW));
        if (slot.phase() != BarrierPhase.LATE && slot.phase() != BarrierPhase.REFUSED) {
            fill(brush, slot, x + INSET, y + INSET, width - 2 * INSET, height - 2 * INSET);
        }
        mark(brush, shown, slot, x + width / 2, y, width, height);
    }

    /// Nothing but an outline that is broken, and crossed out.
    private static void dead(Brush brush, double x, double y, double width, double height) {
        GraphicsContext g = brush.context();
        double em = brush.em(1);
        brush.stroke(Ink.GATE, 1.5);
        g.setLineDashes(4, 4);
        g.strokeRect(x + 0.75, y + 0.75, width - 1.5, height - 1.5);
        g.setLineDashes();
        double label = (LABEL + LABEL_GAP) * em;
        double arm = Math.min(0.3 * width, Math.clamp((height - label) / 2 - 0.5 * em, 0.35 * em, 0.9 * em));
        double middle = y + label + (height - label) / 2;
        brush.stroke(Ink.GATE, Math.max(2, arm * 0.3));
        g.strokeLine(x + width / 2 - arm, middle - arm, x + width / 2 + arm, middle + arm);
        g.strokeLine(x + width / 2 - arm, middle + arm, x + width / 2 + arm, middle - arm);
        label(brush, Face.BOLD, BarrierWords.phase(BarrierPhase.DEAD), x + width / 2, y + 0.95 * em, width - 2);
    }

    private static void fill(Brush brush, BarrierSlot slot, double x, double y, double width, double height) {
        GraphicsContext g = brush.context();
        double solid = height * Math.min(slot.filled(), slot.solid());
        double pale = height * Math.max(0, slot.filled() - slot.solid());
        double bottom = y + height;
        if (pale >= 1) {
            brush.fillWorker(slot.worker(), PALE);
            g.fillRect(x, bottom - solid - pale, width, pale);
            g.setStroke(Brush.faded(brush.palette().worker(slot.worker()), 0.75));
            g.setLineWidth(1.5);
            brush.hatch(x, bottom - solid - pale, width, pale, brush.em(0.6));
        }
        if (solid > 0) {
            brush.fillWorker(slot.worker(), 1);
            g.fillRect(x, bottom - solid, width, solid);
        }
    }

    private static void mark(Brush brush, BarrierSnapshot shown, BarrierSlot slot, double x, double top, double width,
            double height) {
        double em = brush.em(1);
        if (slot.phase() != BarrierPhase.LOCKED) {
            String word = waitingWord(shown, slot);
            if (!word.isEmpty()) {
                label(brush, Face.PLAIN, word, x, top + 0.95 * em, width - 2);
            }
            return;
        }
        boolean numbered = shown.gate().combining() != BarrierCombining.SLOT_ORDER && shown.walk() == null;
        double below = numbered ? (LABEL + LABEL_GAP) * em : 0;
        double radius = Math.min(0.3 * width, Math.clamp((height - below) / 2 - 0.35 * em, 0.45 * em, 0.85 * em));
        double y = top + (height - below) / 2;
        check(brush, x, y, radius);
        if (numbered) {
            label(brush, Face.BOLD, BarrierWords.order(slot.arrival()), x, y + radius + (LABEL_GAP + LABEL / 2) * em,
                    width - 2);
        }
    }

    private static String waitingWord(BarrierSnapshot shown, BarrierSlot slot) {
        return shown.stage().number() < 0 ? "" : BarrierWords.phase(slot.phase());
    }

    /// A word that can be read on any colour.
    private static void label(Brush brush, Face face, String word, double x, double y, double room) {
        String fitted = brush.condensed(face, WORD, word, room);
        double width = Math.min(room, brush.width(face, WORD, fitted) + brush.em(0.5));
        double height = brush.em(LABEL);
        GraphicsContext g = brush.context();
        g.setFill(Brush.faded(brush.palette().color(Ink.PANEL), 0.88));
        g.fillRect(Math.round(x - width / 2), Math.round(y - height / 2), Math.round(width), Math.round(height));
        brush.centre(face, WORD, Ink.TEXT, fitted, x, y, room);
    }

    private static void check(Brush brush, double x, double y, double radius) {
        GraphicsContext g = brush.context();
        Color panel = brush.palette().color(Ink.PANEL);
        g.setFill(Brush.faded(panel, 0.92));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        brush.stroke(Ink.TEXT, Math.max(2, radius * 0.24));
        g.setLineCap(StrokeLineCap.ROUND);
        g.strokePolyline(new double[] {x - radius * 0.45, x - radius * 0.1, x + radius * 0.5},
                new double[] {y + radius * 0.02, y + radius * 0.38, y - radius * 0.38}, 3);
        g.setLineCap(StrokeLineCap.BUTT);
    }

    /// A worker's symbol and number under its column.
    static void name(Brush brush, int worker, BarrierRows rows, int column) {
        double x = rows.centre(column);
        brush.symbol(worker, x - 0.55 * rows.em(), rows.names(), 0.9 * rows.em());
        brush.left(Face.BOLD, 0.95, Ink.TEXT, String.valueOf(worker), x + 0.15 * rows.em(), rows.names());
    }

    /// The content address that a slot waits for, stronger once it has locked.
    static void address(Brush brush, BarrierSlot slot, BarrierRows rows, int column) {
        boolean locked = slot.phase() == BarrierPhase.LOCKED;
        brush.centre(locked ? Face.MONO_BOLD : Face.MONO, 0.82, locked ? Ink.TEXT : Ink.QUIET, slot.address(),
                rows.centre(column), rows.addresses());
    }
}
