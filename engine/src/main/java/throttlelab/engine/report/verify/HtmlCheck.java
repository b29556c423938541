package throttlelab.engine.report.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.report.ReportJson;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.html.HtmlReport;
import throttlelab.engine.seal.Seal;
import throttlelab.engine.words.Sentence;

/// Checks a report in HTML: its seal, the data in it, and every line of it made again from the data.
final class HtmlCheck {

    private static final List<String> SEAL_LINES = List.of("<!-- digest: ", "<!-- line_checks: ");

    private HtmlCheck() {
    }

    /// @return the check of the data, with the findings on the file added to it
    static DocumentCheck of(byte[] bytes, String origin) {
        Seal seal = HtmlReport.SEAL.find(bytes).orElseThrow(() -> new InputException(
                Sentence.of("report.is-no-report-of-this", origin)));
        SealCheck sealed = SealCheck.of(bytes, seal, new HtmlPlaces());
        Optional<HtmlReport.Carried> carried = HtmlReport.carried(sealed.read());
        if (carried.isEmpty()) {
            throw new InputException(Sentence.of("report.carries-no-data-so-nothing", origin));
        }
        DocumentCheck data = DocumentCheck.of(carried.get().json(), origin, new JsonPlaces());
        data.framed("a report in HTML", sealed.findings());
        data.report().ifPresent(report -> {
            byte[] json = ReportJson.of(report);
            byte[] again = HtmlReport.of(report, json, SelfDigest.verify(json).orElseThrow(), Pulse.QUIET);
            List<Finding> differences = LineComparison.of(sealed.read(), again, SEAL_LINES, (line, says, should) -> {
                Places.Named named = new HtmlPlaces().changed(sealed.read(), replaced(sealed.read(), line, should),
                        lineAt(sealed.read(), line) + parting(says, should));
                return new Finding(named.name(), named.says(), named.said(), "its data give");
            });
            data.made("line", differences);
        });
        return data;
    }

    private static int parting(String says, String should) {
        return says.substring(0, Clipped.parting(says, should)).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int lineAt(byte[] bytes, int line) {
        int at = 0;
        for (int left = line; left > 0 && at < bytes.length; at++) {
            left -= bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /// The file with another text on one line.
    private static byte[] replaced(byte[] bytes, int line, String text) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
        lines.set(line, text);
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
