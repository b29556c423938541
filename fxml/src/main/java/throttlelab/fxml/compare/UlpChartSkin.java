package throttlelab.fxml.compare;

import java.util.List;
import javafx.scene.control.SkinBase;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;
import throttlelab.fxml.control.PaintedRegion;
import throttlelab.fxml.texts.Texts;

/// Paints a [UlpChart].
final class UlpChartSkin extends SkinBase<UlpChart> {

    private static final double ROW = 1.35;
    private static final double BAR = 0.9;
    private static final double SMALL = 0.82;

    private final PaintedRegion region = new PaintedRegion(this::paint);

    UlpChartSkin(UlpChart chart) {
        super(chart);
        getChildren().add(region);
        registerChangeListener(chart.barsProperty(), change -> {
            chart.requestLayout();
            region.repaint();
        });
    }

    private boolean paint(Brush brush, double width, double height) {
        List<UlpBar> bars = getSkinnable().barsProperty().get();
        double labels = brush.em(0.6) + widest(brush, bars.stream().map(UlpBar::label).toList());
        double counts = brush.em(0.6) + widest(brush, bars.stream().map(UlpChartSkin::count).toList());
        double room = Math.max(1, width - labels - counts);
        double most = Math.log1p(bars.stream().mapToLong(UlpBar::count).max().orElse(1));
        for (int i = 0; i < bars.size(); i++) {
            UlpBar bar = bars.get(i);
            double y = (i + 0.5) * brush.em(ROW);
            brush.right(Face.MONO, SMALL, Ink.QUIET, bar.label(), labels - brush.em(0.6), y);
            double length = Math.round(Math.log1p(bar.count()) / most * room);
            bar(brush, bar, labels, y, length);
            brush.left(Face.MONO, SMALL, Ink.TEXT, count(bar), labels + length + brush.em(0.4), y);
        }
        return false;
    }

    private static void bar(Brush brush, UlpBar bar, double x, double y, double length) {
        double high = Math.round(brush.em(BAR));
        double top = Math.round(y - high / 2);
        brush.fill(bar.equal() ? Ink.STRICT_BACK : Ink.LENIENT_BACK);
        brush.context().fillRect(x, top, length, high);
        brush.stroke(bar.equal() ? Ink.STRICT : Ink.LENIENT, 1);
        if (!bar.equal() && length > 2) {
            brush.hatch(x, top, length, high, brush.em(0.4));
        }
        if (bar.count() > 0) {
            brush.context().strokeRect(x + 0.5, top + 0.5, Math.max(0, length - 1), high - 1);
        }
    }

    private static String count(UlpBar bar) {
        return Texts.number("%,d", bar.count());
    }

    private static double widest(Brush brush, List<String> texts) {
        return texts.stream().mapToDouble(text -> brush.width(Face.MONO, SMALL, text)).max().orElse(0);
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return left + 12 * region.em() + right;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return left + 20 * region.em() + right;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return top + Math.ceil(getSkinnable().barsProperty().get().size() * ROW * region.em()) + bottom;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return computePrefHeight(width, top, right, bottom, left);
    }
}
