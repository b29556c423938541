package throttlelab.fxml.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The sets of colours seen with the eyes of people who lack one of the three cones (Machado, Oliveira and Fernandes
/// 2009, whole severity), and with all of them.
class ColorSetTest {

    private static final double[][] ALL_CONES = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] NO_LONG = {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}};
    private static final double[][] NO_MEDIUM = {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}};
    private static final double[][] NO_SHORT = {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}};
    private static final List<double[][]> EYES = List.of(ALL_CONES, NO_LONG, NO_MEDIUM, NO_SHORT);

    /// Distances in CIE 1976 L*a*b*; about 2.3 can just be told apart side by side.
    private static final double WORKERS_APART = 16;
    private static final double MARKS_APART = 20;
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;
    private static final List<String> MARKS = List.of("strict", "lenient", "catastrophic");

    static Stream<Arguments> safeSets() {
        return Stream.of(ColorSet.BLUE, ColorSet.TOL)
                .flatMap(set -> Stream.of(Theme.values()).map(theme -> Arguments.of(set, theme)));
    }

    @ParameterizedTest
    @MethodSource("safeSets")
    void everyEyeTellsWorkersAndMarksApart(ColorSet set, Theme theme) throws IOException {
        Map<String, Color> colors = colors(set, theme);

        assertThat(nearest(workers(colors))).isGreaterThan(WORKERS_APART);
        assertThat(nearest(marks(colors))).isGreaterThan(MARKS_APART);
    }

    @ParameterizedTest
    @MethodSource("safeSets")
    void theyStandOutFromTheirGround(ColorSet set, Theme theme) throws IOException {
        Map<String, Color> colors = colors(set, theme);

        assertThat(workers(colors)).allMatch(color -> contrast(color, colors.get("panel")) >= VISIBLE);
        for (String mark : MARKS) {
            assertThat(contrast(colors.get(mark), colors.get("panel"))).as(mark).isGreaterThan(READABLE);
            assertThat(contrast(colors.get(mark), colors.get(mark + "-back"))).as(mark).isGreaterThan(READABLE);
        }
    }

    /// Without this the eyes above could be good ones.
    @Test
    void theUsualSetIsNotForAllEyes() throws IOException {
        assertThat(nearest(marks(colors(ColorSet.USUAL, Theme.LIGHT)))).isLessThan(MARKS_APART / 2);
        assertThat(nearest(workers(colors(ColorSet.USUAL, Theme.LIGHT)))).isLessThan(WORKERS_APART / 2);
    }

    private static List<Color> workers(Map<String, Color> colors) {
        return IntStream.range(0, 8).mapToObj(worker -> colors.get("worker-" + worker)).toList();
    }

    private static List<Color> marks(Map<String, Color> colors) {
        return MARKS.stream().map(colors::get).toList();
    }

    /// The colours in force: those of all themes, then of the theme, then of the set in it.
    private static Map<String, Color> colors(ColorSet set, Theme theme) throws IOException {
        String css;
        try (var in = ColorSetTest.class.getResourceAsStream("lab.css")) {
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
        }
        Map<String, Color> colors = new HashMap<>();
        for (String selector : List.of(".root", ".theme-" + theme.id(), ".colors-" + set.id() + ".theme-" + theme.id())) {
            Matcher rule = Pattern.compile("(?s)(?:^|\\})\\s*" + Pattern.quote(selector) + "\\s*\\{([^}]*)\\}").matcher(css);
            if (rule.find()) {
                Matcher color = Pattern.compile("-lab-([a-z0-9-]+):\\s*(#[0-9a-f]{6})").matcher(rule.group(1));
                while (color.find()) {
                    colors.put(color.group(1), Color.web(color.group(2)));
                }
            }
        }
        return colors;
    }

    /// The smallest distance of any two, to any eyes.
    private static double nearest(List<Color> colors) {
        double nearest = Double.MAX_VALUE;
        for (double[][] eyes : EYES) {
            List<double[]> seen = new ArrayList<>();
            colors.forEach(color -> seen.add(lab(eyes, color)));
            for (int one = 0; one < seen.size(); one++) {
                for (int other = 0; other < one; other++) {
                    nearest = Math.min(nearest, distance(seen.get(one), seen.get(other)));
                }
            }
        }
        return nearest;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
    }

    private static double[] lab(double[][] eyes, Color color) {
        double[] light = linear(color);
        double[] seen = IntStream.range(0, 3).mapToDouble(row -> Math.clamp(eyes[row][0] * light[0]
                + eyes[row][1] * light[1] + eyes[row][2] * light[2], 0, 1)).toArray();
        double x = root((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = root(luminance(seen));
        double z = root((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    private static double[] linear(Color color) {
        return Stream.of(color.getRed(), color.getGreen(), color.getBlue())
                .mapToDouble(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)).toArray();
    }

    private static double luminance(double[] light) {
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    /// As the web's guidelines for accessible content define it.
    private static double contrast(Color a, Color b) {
        double one = luminance(linear(a)) + 0.05;
        double other = luminance(linear(b)) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }
}
