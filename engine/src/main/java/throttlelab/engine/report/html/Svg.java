package throttlelab.engine.report.html;

import java.util.Locale;
import throttlelab.engine.report.content.Block.Chart;
import throttlelab.engine.report.content.Drawing;
import throttlelab.engine.report.content.Drawing.Anchor;
import throttlelab.engine.report.content.Drawing.Box;
import throttlelab.engine.report.content.Drawing.Dot;
import throttlelab.engine.report.content.Drawing.Label;
import throttlelab.engine.report.content.Drawing.Line;
import throttlelab.engine.report.content.Ink;

/// Drawings as inline SVG, a shape a line. Inks are classes, so that the style sheet has the last word on them.
final class Svg {

    private Svg() {
    }

    static void write(StringBuilder out, Chart chart) {
        Drawing drawing = chart.drawing();
        out.append("<svg viewBox=\"0 0 ").append(number(drawing.width())).append(' ').append(number(drawing.height()))
                .append("\" role=\"img\" aria-label=\"").append(Escaped.attribute(chart.words())).append("\">\n");
        for (Drawing.Shape shape : drawing.shapes()) {
            switch (shape) {
                case Box box -> out.append("<rect x=\"").append(number(box.x())).append("\" y=\"")
                        .append(number(box.y())).append("\" width=\"").append(number(box.width()))
                        .append("\" height=\"").append(number(box.height())).append("\" class=\"")
                        .append(painted(box.fill(), box.line())).append("\"/>\n");
                case Line line -> out.append("<line x1=\"").append(number(line.x1())).append("\" y1=\"")
                        .append(number(line.y1())).append("\" x2=\"").append(number(line.x2())).append("\" y2=\"")
                        .append(number(line.y2())).append("\" stroke-width=\"").append(number(line.thickness()))
                        .append("\" class=\"").append(painted(Ink.NONE, line.ink())).append("\"/>\n");
                case Dot dot -> out.append("<circle cx=\"").append(number(dot.x())).append("\" cy=\"")
                        .append(number(dot.y())).append("\" r=\"").append(number(dot.radius())).append("\" class=\"")
                        .append(painted(dot.fill(), dot.line())).append("\"/>\n");
                case Label label -> label(out, label);
            }
        }
        out.append("</svg>\n");
    }

    private static void label(StringBuilder out, Label label) {
        out.append("<text x=\"").append(number(label.x())).append("\" y=\"").append(number(label.y()))
                .append("\" font-size=\"").append(number(label.size())).append("\" class=\"")
                .append(painted(label.ink(), Ink.NONE)).append(label.strong() ? " strong" : "")
                .append(label.anchor() == Anchor.START ? "" : label.anchor() == Anchor.MIDDLE ? " mid" : " end")
                .append("\">").append(Escaped.text(label.text())).append("</text>\n");
    }

    private static String painted(Ink fill, Ink line) {
        return "f-" + fill.name().toLowerCase(Locale.ROOT) + " l-" + line.name().toLowerCase(Locale.ROOT);
    }

    /// A place to a hundredth of a point, without idle zeros.
    private static String number(double value) {
        String digits = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
        return digits.equals("-0") || digits.isEmpty() ? "0" : digits;
    }
}
