package throttlelab.app.summary;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Figure;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.files.JsonInput;

/// What an earlier benchmark wrote, to set a new one against: another version, or another machine.
public final class EarlierBench {

    private static final int LIMIT_BYTES = 1 << 24;

    private final String machine;
    private final Map<String, Double> medians;

    private EarlierBench(String machine, Map<String, Double> medians) {
        this.machine = machine;
        this.medians = medians;
    }

    /// Reads what `bench --json` wrote.
    ///
    /// @throws throttlelab.engine.InputException if it is something else
    public static EarlierBench read(Path file) {
        JsonInput json = JsonInput.read(file, LIMIT_BYTES);
        json.at("format").text(Set.of(BenchJson.FORMAT));
        Map<String, Double> medians = new LinkedHashMap<>();
        for (JsonInput figure : json.at("figures").items()) {
            medians.put(figure.at("id").text(), number(figure.at("median")));
        }
        for (JsonInput curve : json.at("curves").items()) {
            for (JsonInput point : curve.at("points").items()) {
                medians.put(point(curve.at("id").text(), point.at("at").integer(0, Integer.MAX_VALUE)),
                        number(point.at("value")));
            }
        }
        JsonInput environment = json.at("environment");
        return new EarlierBench(environment.at("cpu").text() + ", " + environment.at("processors").integer(1, 1 << 20)
                + " processors, Java " + environment.at("java").text(), medians);
    }

    private static double number(JsonInput value) {
        return value.number(-Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static String point(String curve, long at) {
        return curve + " at " + at;
    }

    /// Shows what both measured, and how many times the new figure is the earlier one.
    public void print(Terminal terminal, BenchResult result) {
        TextTable table = new TextTable("Against the earlier one", "earlier", "now", "ratio", "");
        for (Figure figure : result.figures()) {
            row(table, figure.id(), figure.words(), figure.sample().median(), figure.better());
        }
        for (Figure.Curve curve : result.curves()) {
            for (Figure.Point point : curve.points()) {
                row(table, point(curve.id(), point.at()), curve.words() + ", " + curve.along() + " " + point.at(),
                        point.value(), Figure.Better.NEITHER);
            }
        }
        Page page = new Page(terminal);
        page.entry("Earlier", machine);
        page.table(table);
    }

    private void row(TextTable table, String id, String words, double now, Figure.Better better) {
        Double earlier = medians.get(id);
        if (earlier != null && earlier != 0) {
            double ratio = now / earlier;
            table.row(words, BenchSummary.number(earlier), BenchSummary.number(now),
                    String.format(Locale.ROOT, "%.2f", ratio), word(ratio, better));
        }
    }

    private static String word(double ratio, Figure.Better better) {
        if (better == Figure.Better.NEITHER || Math.abs(ratio - 1) < 0.02) {
            return "";
        }
        return ratio > 1 == (better == Figure.Better.MORE) ? "better" : "worse";
    }
}
