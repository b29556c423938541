package throttlelab.engine.report.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A file beside the same made again from its own data, line by line.
final class LineComparison {

    private static final int MOST = 10;

    private LineComparison() {
    }

    /// Names what differs.
    interface Naming {

        /// A finding on one line.
        ///
        /// @param line its number, from 0
        Finding of(int line, String says, String should);
    }

    /// The findings, the first ones of many.
    ///
    /// @param skipped what a line begins with that is not compared: those of a seal
    static List<Finding> of(byte[] is, byte[] again, List<String> skipped, Naming naming) {
        List<String> lines = lines(is, skipped);
        List<String> should = lines(again, skipped);
        List<Finding> findings = new ArrayList<>();
        int common = Math.min(lines.size(), should.size());
        for (int i = 0; i < common && findings.size() < MOST; i++) {
            if (!lines.get(i).equals(should.get(i))) {
                findings.add(naming.of(i, lines.get(i), should.get(i)));
            }
        }
        if (findings.isEmpty() && lines.size() != should.size()) {
            findings.add(new Finding("the end", lines.size() + " lines", "its data give " + should.size(), ""));
        }
        return findings;
    }

    private static List<String> lines(byte[] bytes, List<String> skipped) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
        for (String beginning : skipped) {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (lines.get(i).startsWith(beginning)) {
                    lines.remove(i);
                    break;
                }
            }
        }
        return lines;
    }
}
