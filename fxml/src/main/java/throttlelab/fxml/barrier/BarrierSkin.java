package throttlelab.fxml.barrier;

import javafx.collections.ListChangeListener;
import javafx.scene.control.SkinBase;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.PaintedRegion;

/// Paints a barrier, row under row: the strip of stages and for whom it waits, the slots, the gate, the sum, the floor.
final class BarrierSkin extends SkinBase<Barrier> {

    private final BarrierMotion motion = new BarrierMotion();
    private final PaintedRegion painting = new PaintedRegion(this::paint);
    private final ListChangeListener<String> named = change -> painting.repaint();

    BarrierSkin(Barrier barrier) {
        super(barrier);
        getChildren().add(painting);
        registerChangeListener(barrier.snapshotProperty(), change -> {
            motion.turn(barrier.snapshotProperty().get(), painting.motionWanted());
            painting.repaint();
        });
        barrier.getWorkerNames().addListener(named);
    }

    @Override
    public void dispose() {
        if (getSkinnable() != null) {
            getSkinnable().getWorkerNames().removeListener(named);
        }
        super.dispose();
    }

    private boolean paint(Brush brush, double width, double height) {
        Barrier barrier = getSkinnable();
        BarrierSnapshot shown = barrier.snapshotProperty().get();
        BarrierRows rows = BarrierRows.of(shown, width, height, brush.em(1));
        StripPainter.paint(brush, shown, rows, barrier::name);
        if (shown.walk() == null) {
            for (int slot = 0; slot < shown.slots().size(); slot++) {
                SlotPainter.paint(brush, shown, slot, rows);
            }
        } else {
            WalkPainter.paint(brush, shown, rows, motion.walked(shown.walk().at()));
        }
        GatePainter.paint(brush, shown, rows, motion.aperture());
        SumPainter.paint(brush, shown, rows, motion.flow());
        if (rows.floor() > 0) {
            FloorPainter.paint(brush, shown, rows, motion);
        }
        return motion.going();
    }
}
