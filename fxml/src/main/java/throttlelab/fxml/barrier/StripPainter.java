package throttlelab.fxml.barrier;

import java.util.function.IntFunction;
import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;
import throttlelab.fxml.texts.Texts;

/// Paints all stages of the token with the present one marked, and for whom the barrier waits.
final class StripPainter {

    private static final double WIDEST_CELL = 1.05;
    private static final double ROOM_FOR_WAIT = 15.5;
    private static final double NOTE = 0.82;
    private static final double MIDDLE = 0.6;
    private static final double FIRST = 0.3;
    private static final double SECOND = 1.45;

    private StripPainter() {
    }

    static void paint(Brush brush, BarrierSnapshot shown, BarrierRows rows, IntFunction<String> names) {
        double em = rows.em();
        int places = shown.stage().places();
        int layers = shown.stage().layers();
        double unit = Math.min(WIDEST_CELL * em, (rows.width() - ROOM_FOR_WAIT * em) / (layers * 1.15 + 2));
        double x = 0;
        for (int place = 0; place < places; place++) {
            boolean head = place >= layers;
            double width = head ? unit * 1.6 : unit * 0.9;
            cell(brush, shown.place(), place, x, width, em);
            if (head) {
                brush.centre(Face.PLAIN, 0.72, Ink.QUIET, Texts.get("barrier.strip.head"), x + width / 2, 1.2 * em);
            } else if (place % 2 == 0) {
                brush.centre(Face.PLAIN, 0.72, Ink.QUIET, String.valueOf(place / 2 + 1), x + unit, 1.2 * em);
            }
            x += width + unit * (place % 2 == 0 ? 0.1 : 0.4);
        }
        waiting(brush, shown.waiting(), rows, x, names);
    }

    private static void cell(Brush brush, int present, int place, double x, double width, double em) {
        GraphicsContext g = brush.context();
        double height = 0.42 * em;
        if (place == present) {
            brush.fill(Ink.TEXT);
            g.fillRect(x, 0.05 * em, width, 0.72 * em);
        } else if (place < present) {
            brush.fill(Ink.QUIET);
            g.fillRect(x, 0.2 * em, width, height);
        } else {
            brush.stroke(Ink.QUIET, 1);
            g.strokeRect(Math.round(x) + 0.5, Math.round(0.2 * em) + 0.5, width - 1, height - 1);
        }
    }

    private static void waiting(Brush brush, BarrierWait wait, BarrierRows rows, double from, IntFunction<String> names) {
        String text = BarrierWords.wait(wait);
        double y = (wait.missing().isEmpty() ? MIDDLE : FIRST) * rows.em();
        double x = rows.width();
        boolean over = wait.kind() == BarrierWait.Kind.WAITED || wait.kind() == BarrierWait.Kind.WORKING;
        Ink ink = over ? Ink.QUIET : Ink.GATE;
        if (wait.missing().size() > 1) {
            several(brush, wait, rows, ink);
        } else if (!wait.missing().isEmpty()) {
            brush.right(Face.PLAIN, NOTE, Ink.QUIET, BarrierWords.note(wait), x, SECOND * rows.em());
        }
        if (wait.worker() >= 0) {
            double room = rows.width() - from - 10.5 * rows.em();
            String name = brush.fitted(Face.BOLD, 1, names.apply(wait.worker()), Math.max(room, 3 * rows.em()));
            brush.right(Face.BOLD, 1, ink, name, x, y);
            x -= brush.width(Face.BOLD, 1, name) + 0.8 * rows.em();
            brush.symbol(wait.worker(), x, y, 0.95 * rows.em());
            x -= 0.85 * rows.em();
        }
        brush.right(Face.PLAIN, 1, ink, text, x, y);
    }

    /// Symbols and numbers of several workers, below what is said of them.
    private static void several(Brush brush, BarrierWait wait, BarrierRows rows, Ink ink) {
        double em = rows.em();
        double x = rows.width();
        for (int worker : wait.missing().reversed()) {
            String number = String.valueOf(worker);
            brush.right(Face.BOLD, NOTE, ink, number, x, SECOND * em);
            x -= brush.width(Face.BOLD, NOTE, number) + 0.55 * em;
            brush.symbol(worker, x, SECOND * em, 0.7 * em);
            x -= 0.65 * em;
        }
    }
}
