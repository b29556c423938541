package throttlelab.engine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.bet.ForgedResults;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.seal.SealedJson;

class PositionsCsvTest {

    private static List<List<String>> cells(ReportInputs inputs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PositionsCsv.write(Reports.of(inputs), out, Pulse.QUIET);
        return parsed(out.toString(UTF_8));
    }

    /// RFC 4180, as a stranger would read it.
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\r') {
                    assertThat(csv.charAt(++i)).isEqualTo('\n');
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        assertThat(row).as("what stands behind the last line").isEmpty();
        return rows;
    }

    @Test
    void hasEveryPositionWithBothSides() throws IOException {
        TreeMap<Integer, String> vocabulary = new TreeMap<>();
        for (int token = 0; token < 2_000; token++) {
            vocabulary.put(token, " \"a\", b\n" + token);
        }
        List<List<String>> rows = cells(new ReportInputs(List.of(new Source("r.json", ForgedResults.catastrophic())),
                vocabulary, false, false));

        assertThat(rows).hasSize(1 + 3 * 3 * 5).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.getFirst()));
        assertThat(rows.getFirst()).startsWith("compared", "prompt_id", "position", "difference");
        assertThat(rows).filteredOn(row -> row.get(3).equals("bits")).singleElement()
                .satisfies(row -> assertThat(row).startsWith("steady", "p1", "2").contains("3"));
        assertThat(rows).filteredOn(row -> row.get(3).equals("token")).isNotEmpty()
                .allSatisfy(row -> assertThat(row.getFirst()).isEqualTo("ramp"));
        assertThat(rows.subList(1, rows.size())).allSatisfy(
                row -> assertThat(row.get(6)).isEqualTo("\" \\\"a\\\", b\\n" + row.get(5) + "\""));
    }

    /// What a spreadsheet would take for a formula: a cell that begins so and is no number.
    @Test
    void nothingInItIsAFormula() throws IOException {
        TreeMap<Integer, String> vocabulary = new TreeMap<>();
        for (int token = 0; token < 20; token++) {
            vocabulary.put(token, "=+-@\t".charAt(token % 5) + "cmd|' /C calc'!A0");
        }
        byte[] recording = SealedJson.of(json -> RecordingFile.members(json,
                Forged.recording("@sum", 5, Forged.prompt("=1+1", Forged.stream(5)))));
        List<List<String>> rows = cells(new ReportInputs(
                List.of(new Source("a.json", recording), new Source("b.json", recording)), vocabulary, false, false));

        assertThat(rows).hasSize(6);
        assertThat(rows.get(1)).startsWith("'@sum/@sum", "'=1+1");
        assertThat(rows.stream().flatMap(List::stream)).noneMatch(cell -> cell.matches("(?s)[=+@\t\r\n].*"))
                .filteredOn(cell -> cell.startsWith("-")).isNotEmpty().allMatch(cell -> cell.matches("-[0-9.E-]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@a", "\tx", "\rx", "\nx"})
    void textsThatBeginLikeAFormulaGetAnApostrophe(String text) {
        assertThat(CsvRows.text(text)).startsWith("\"'");
        assertThat(CsvRows.text("a" + text)).doesNotContain("'");
    }
}
