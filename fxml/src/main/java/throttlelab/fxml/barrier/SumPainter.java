package throttlelab.fxml.barrier;

import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;

/// Paints what is added, in the order in which it is added, and the combined value that flows on to the next stage.
final class SumPainter {

    private static final double TEXT = 0.9;
    private static final double TERM = 1.62;

    private SumPainter() {
    }

    /// @param flow how far the combined value has flowed on, from 0 to 1
    static void paint(Brush brush, BarrierSnapshot shown, BarrierRows rows, double flow) {
        if (shown.stage().number() < 0) {
            return;
        }
        double y = rows.sum();
        double x = 0;
        if (shown.walk() == null) {
            String words = BarrierWords.sum(shown);
            brush.left(Face.PLAIN, TEXT, Ink.QUIET, words, 0, y);
            x = brush.width(Face.PLAIN, TEXT, words) + brush.em(0.5);
            List<BarrierSlot> terms = terms(shown);
            if (terms.isEmpty() && !shown.gate().open()) {
                brush.left(Face.PLAIN, TEXT, Ink.QUIET, BarrierWords.later(shown), x, y);
            }
            for (int term = 0; term < terms.size(); term++) {
                brush.left(Face.PLAIN, TEXT, Ink.QUIET, shown.stage().head() ? "|" : "+", x + term * brush.em(TERM), y);
                brush.symbol(terms.get(term).worker(), x + (term * TERM + 1.08) * brush.em(1), y, brush.em(0.85));
            }
        }
        next(brush, shown, rows, flow);
    }

    /// In arrival order the sum grows with every arrival; otherwise nothing is added before the gate has opened.
    private static List<BarrierSlot> terms(BarrierSnapshot shown) {
        boolean grows = shown.gate().combining() == BarrierCombining.ARRIVAL_ORDER && !shown.stage().head();
        if (!grows && !shown.gate().open()) {
            return List.of();
        }
        List<BarrierSlot> locked = shown.slots().stream().filter(slot -> slot.arrival() > 0).toList();
        return grows ? locked.stream().sorted(Comparator.comparingInt(BarrierSlot::arrival)).toList() : locked;
    }

    private static void next(Brush brush, BarrierSnapshot shown, BarrierRows rows, double flow) {
        if (!shown.gate().open() && flow >= 1) {
            return;
        }
        String next = "→ " + shown.stage().next();
        double y = rows.sum();
        double left = rows.width() - brush.width(Face.BOLD, TEXT, next);
        if (flow >= 1) {
            brush.right(Face.BOLD, TEXT, Ink.TEXT, next, rows.width(), y);
            return;
        }
        GraphicsContext g = brush.context();
        double eased = flow * (2 - flow);
        double fromX = rows.width() * 0.45;
        for (int trail = 4; trail >= 0; trail--) {
            double way = Math.max(0, eased - trail * 0.06);
            double x = fromX + (left + brush.em(0.5) - fromX) * way;
            double at = rows.slots() + rows.slotHeight() + (y - rows.slots() - rows.slotHeight()) * Math.min(1, way * 1.8);
            double radius = brush.em(0.55) * (1 - trail * 0.12);
            g.setFill(Brush.faded(brush.palette().color(Ink.TEXT), 1 - trail * 0.2));
            g.fillOval(x - radius, at - radius, 2 * radius, 2 * radius);
        }
    }
}
