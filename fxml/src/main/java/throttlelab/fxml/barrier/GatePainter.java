package throttlelab.fxml.barrier;

import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;

/// Paints the gate: one bolt for every contribution that must come before it opens. A bolt is hatched until its
/// contribution has come; when all are drawn, the two halves of the gate slide apart.
final class GatePainter {

    private static final double TEXT = 0.9;
    private static final double SHUT = 0.94;

    private GatePainter() {
    }

    /// @param aperture how far it is open, from 0 to 1
    static void paint(Brush brush, BarrierSnapshot shown, BarrierRows rows, double aperture) {
        BarrierGate gate = shown.gate();
        double y = rows.gate();
        brush.left(Face.BOLD, TEXT, gate.open() ? Ink.TEXT : Ink.GATE, BarrierWords.gate(gate), 0, y);
        String arrived = BarrierWords.arrived(gate);
        brush.right(Face.PLAIN, TEXT, Ink.QUIET, arrived, rows.width(), y);
        double left = Math.max(brush.width(Face.BOLD, TEXT, BarrierWords.gate(gate)), brush.em(5.6)) + brush.em(0.7);
        double right = rows.width() - brush.width(Face.PLAIN, TEXT, arrived) - brush.em(0.7);
        bolts(brush, gate, left, right - left, y, aperture);
    }

    private static void bolts(Brush brush, BarrierGate gate, double x, double width, double y, double aperture) {
        double unit = width / gate.expected();
        double bar = unit * gate.required();
        double height = brush.em(0.62);
        if (aperture == 0) {
            for (int bolt = 0; bolt < gate.required(); bolt++) {
                bolt(brush, bolt < gate.arrived(), x + bolt * unit, unit, y, height);
            }
        } else {
            double half = bar / 2 * (1 - SHUT * aperture);
            halves(brush, gate, x, bar, half, y, height);
        }
        if (gate.required() < gate.expected()) {
            mark(brush, x + bar, x + width, y);
        }
    }

    /// The two halves of the gate, each drawn together to `half` pixels.
    private static void halves(Brush brush, BarrierGate gate, double x, double bar, double half, double y,
            double height) {
        double unit = 2 * half / gate.required();
        for (int bolt = 0; bolt < gate.required(); bolt++) {
            boolean drawn = bolt < gate.arrived();
            double from = bolt * unit;
            double to = from + unit;
            if (from < half) {
                bolt(brush, drawn, x + from, Math.min(to, half) - from, y, height);
            }
            if (to > half) {
                double inner = Math.max(from, half);
                bolt(brush, drawn, x + bar - 2 * half + inner, to - inner, y, height);
            }
        }
    }

    private static void bolt(Brush brush, boolean drawn, double x, double width, double y, double height) {
        GraphicsContext g = brush.context();
        double gap = Math.min(1.5, width / 4);
        double top = Math.round(y - height / 2);
        if (drawn) {
            brush.fill(Ink.QUIET);
            g.fillRect(x + gap, top, width - 2 * gap, height);
        } else {
            brush.stroke(Ink.GATE, 1.2);
            g.strokeRect(x + gap, top, width - 2 * gap, height);
            g.setLineWidth(2.2);
            brush.hatch(x + gap, top, width - 2 * gap, height, brush.em(0.5));
        }
    }

    /// Where a broken policy opens the gate, and the contributions beyond that it does not wait for.
    private static void mark(Brush brush, double x, double end, double y) {
        GraphicsContext g = brush.context();
        brush.stroke(Ink.QUIET, 1);
        g.setLineDashes(2, 4);
        g.strokeLine(x, Math.round(y) + 0.5, end, Math.round(y) + 0.5);
        g.setLineDashes();
        brush.fill(Ink.GATE);
        g.fillRect(x - 1.5, y - brush.em(0.6), 3, brush.em(1.2));
        g.fillPolygon(new double[] {x, x + brush.em(0.7), x}, new double[] {y - brush.em(0.7), y - brush.em(0.45),
            y - brush.em(0.2)}, 3);
    }
}
