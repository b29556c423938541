package throttlelab.fxml.barrier;

import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;
import throttlelab.fxml.texts.Texts;

/// Paints the floor below the gate, and the contributions that came too late and fell on it.
final class FloorPainter {

    private static final double TEXT = 0.74;

    private FloorPainter() {
    }

    static void paint(Brush brush, BarrierSnapshot shown, BarrierRows rows, BarrierMotion motion) {
        GraphicsContext g = brush.context();
        double ground = Math.round(rows.floor() + rows.chip()) + 0.5;
        brush.stroke(Ink.QUIET, 1);
        g.strokeLine(0, ground, rows.width(), ground);
        boolean any = false;
        for (int index = 0; index < shown.slots().size(); index++) {
            BarrierSlot slot = shown.slots().get(index);
            if (slot.fallen() > 0) {
                any = true;
                fallen(brush, slot, rows, index, motion.fall(index));
            }
        }
        if (!any) {
            brush.left(Face.PLAIN, TEXT, Ink.QUIET, Texts.get("barrier.floor"), 0, rows.floor());
        }
    }

    private static void fallen(Brush brush, BarrierSlot slot, BarrierRows rows, int column, double fall) {
        int lying = fall < 1 ? slot.fallen() - 1 : slot.fallen();
        if (lying > 0) {
            chip(brush, slot.worker(), lying, rows, column, rows.floor());
        }
        if (fall < 1) {
            double top = rows.slots() + rows.slotHeight() - rows.chip();
            chip(brush, slot.worker(), 1, rows, column, top + (rows.floor() - top) * fall * fall);
        }
    }

    private static void chip(Brush brush, int worker, int count, BarrierRows rows, int column, double y) {
        GraphicsContext g = brush.context();
        double x = rows.x(column);
        double width = rows.columnWidth();
        double height = 2 * rows.chip();
        double arc = brush.em(0.5);
        brush.fill(Ink.PANEL);
        g.fillRoundRect(x, y - rows.chip(), width, height, arc, arc);
        brush.stroke(Ink.GATE, 1.2);
        g.strokeRoundRect(x + 0.5, y - rows.chip() + 0.5, width - 1, height - 1, arc, arc);
        String late = count > 1 ? Texts.get("barrier.late.many", count) : Texts.get("barrier.late");
        String refused = Texts.get("barrier.refused");
        String both = late + ", " + refused;
        double symbol = brush.em(1.1);
        double needed = brush.width(Face.PLAIN, TEXT, both);
        boolean oneLine = needed + symbol <= width;
        double line = oneLine ? needed : Math.max(brush.width(Face.PLAIN, TEXT, late),
                brush.width(Face.PLAIN, TEXT, refused));
        double centre = x + width / 2;
        if (line + symbol <= width) {
            brush.symbol(worker, centre - line / 2 - brush.em(0.1), y, brush.em(0.75));
            centre += symbol / 2 - brush.em(0.1);
        }
        if (oneLine) {
            brush.centre(Face.PLAIN, TEXT, Ink.TEXT, both, centre, y);
        } else {
            double room = width - brush.em(0.3);
            boolean whole = brush.condensed(Face.PLAIN, TEXT, late, room).equals(late);
            line(brush, whole ? late : Texts.get("barrier.late.times", count), centre, y - brush.em(0.42), room);
            line(brush, refused, centre, y + brush.em(0.42), room);
        }
    }

    private static void line(Brush brush, String text, double x, double y, double room) {
        brush.centre(Face.PLAIN, TEXT, Ink.TEXT, brush.condensed(Face.PLAIN, TEXT, text, room), x, y, room);
    }
}
