package throttlelab.engine.report.verify;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.ResultFile;
import throttlelab.engine.bet.ResultReader;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.report.ReportJson;
import throttlelab.engine.report.ReportReader;
import throttlelab.engine.report.Reports;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.schedule.matrix.MatrixFile;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.engine.seal.Seal;
import throttlelab.engine.seal.SealedJson;
import throttlelab.engine.seal.SealedText;
import throttlelab.engine.words.Sentence;

/// Checks a recording, a result, an invariance matrix or a report in JSON, wherever it stands: its seal, and everything in it that follows from
/// something else in it.
final class DocumentCheck {

    private static final List<String> SEAL_LINES = List.of("  \"digest\" : \"", "  \"line_checks\" : [");

    private static final String UNCHANGED = "Its digest holds: not a byte of it was changed since it was sealed.";
    private static final long KEPT = 1 << 24;

    private final String origin;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> checks = new ArrayList<>();
    private final List<String> unproven = new ArrayList<>();
    private final List<RecordedRuns> runs = new ArrayList<>();
    private Optional<Report> report = Optional.empty();
    private String kind = "a JSON document";

    private DocumentCheck(String origin) {
        this.origin = origin;
    }

    /// Checks a document.
    ///
    /// @param origin its name, for the sentences
    /// @param places names its places
    /// @throws InputException if it is none of these, or carries no seal
    static DocumentCheck of(byte[] bytes, String origin, Places places) {
        DocumentCheck check = new DocumentCheck(origin);
        Seal seal = SealedText.JSON.find(bytes).or(() -> plain(bytes)).orElseThrow(() -> new InputException(
                Sentence.of("report.carries-no-digest-of-its", origin)));
        SealCheck sealed = SealCheck.of(bytes, seal, places);
        check.findings.addAll(sealed.findings());
        if (sealed.findings().isEmpty()) {
            check.checks.add(UNCHANGED);
        } else if (!seal.hasChecks()) {
            check.unproven.add("It is from a version that kept no checks of single lines, so its digest alone "
                    + "cannot tell "
                    + "which digit was changed; what contradicts itself or the replay is named.");
        }
        check.read(sealed.known() ? sealed.read() : resealed(sealed.read()));
        return check;
    }

    /// The check of a file whose data cannot be reached.
    static DocumentCheck unreadable(String kind, List<Finding> findings, String unproven) {
        DocumentCheck check = new DocumentCheck("");
        check.kind = kind;
        check.findings.addAll(findings);
        check.unproven.add(unproven);
        return check;
    }

    /// Of an older or otherwise laid out document.
    private static Optional<Seal> plain(byte[] bytes) {
        return SelfDigest.place(bytes).stream().mapToObj(at -> new Seal(bytes, at)).findFirst();
    }

    /// A damaged document with a digest that holds, so that it can be read on.
    private static byte[] resealed(byte[] bytes) {
        byte[] copy = bytes.clone();
        if (SelfDigest.place(copy).isPresent()) {
            SelfDigest.seal(copy);
        }
        return copy;
    }

    private void read(byte[] bytes) {
        try {
            String format = format(bytes);
            switch (format) {
                case RecordingFile.FORMAT -> recording(bytes, Path.of(origin));
                case RecordingFile.RESULT_FORMAT -> result(bytes, Path.of(origin));
                case Report.FORMAT -> report(bytes);
                case MatrixFile.FORMAT -> matrix(bytes);
                default -> throw new InputException(Sentence.of("report.is-of-format-which-this", origin, format));
            }
        } catch (InputException e) {
            if (findings.isEmpty() && runs.isEmpty() && report.isEmpty()) {
                throw e;
            }
            findings.add(new Finding("reading on", e.getMessage(), "", ""));
        }
    }

    private String format(byte[] bytes) {
        JsonStream json = JsonStream.of(new ByteArrayInputStream(bytes), origin, bytes.length, KEPT);
        String[] format = {""};
        json.object(key -> {
            if (key.equals("format")) {
                format[0] = json.text();
            }
        });
        return format[0];
    }

    private void recording(byte[] bytes, Path name) {
        kind = "a recording";
        RecordedRuns read = RecordingFile.parse(bytes, name);
        runs.add(read);
        again(bytes, SealedJson.of(json -> RecordingFile.members(json, read.recordings().getFirst())));
    }

    private void result(byte[] bytes, Path name) {
        kind = "the result of a bet";
        runs.add(RecordingFile.parse(bytes, name));
        BetResult result = ResultReader.read(bytes, name);
        again(bytes, SealedJson.of(json -> ResultFile.members(json, result)));
    }

    private void report(byte[] bytes) {
        kind = "a report";
        ReportReader read = ReportReader.read(bytes, origin);
        List<Source> sources = read.inputs().sources();
        boolean sound = findings.isEmpty();
        List<Source> whole = sources.stream().map(source -> sound || source.foreign() ? source
                : new Source(source.name(), resealed(source.bytes()))).toList();
        whole.stream().filter(source -> !source.foreign()).forEach(source -> runs.add(source.runs()));
        if (read.inputs().foreign()) {
            unproven.add("Answers of other systems in it cannot be run again here: that they are what was compared was "
                    + "checked, not that they would come again.");
        }
        if (read.inputs().path().filter(path -> !path.steps().isEmpty()).isPresent()) {
            unproven.add("Who made the first difference was found in audit logs, or by running again, when the report was "
                    + "made. It does not carry those logs, so that could not be found again.");
        }
        if (read.layout() != Report.LAYOUT) {
            unproven.add("It was laid out by another version of this program (layout " + read.layout() + ", this is "
                    + Report.LAYOUT + "), so its words and pages could not be made again and compared.");
            return;
        }
        Report made = Reports.of(read.inputs().of(whole));
        report = Optional.of(made);
        again(bytes, ReportJson.of(made));
    }

    private void matrix(byte[] bytes) {
        kind = "an invariance matrix";
        MatrixResult matrix = MatrixFile.parse(bytes, origin);
        unproven.add("Its rows are not run again here: each names the command that does.");
        again(bytes, SealedJson.of(json -> MatrixFile.members(json, matrix)));
    }

    /// Compares with the same made again from streams, times and criteria.
    private void again(byte[] bytes, byte[] made) {
        List<Finding> differences = LineComparison.of(bytes, made, SEAL_LINES, (line, says, should) ->
                line(bytes, made, line, says, should));
        if (differences.isEmpty()) {
            checks.add("Everything in it that follows from something else does: verdict, totals, claims, measured "
                    + "factors, "
                    + "decimals and bits.");
        }
        findings.addAll(differences);
    }

    /// @param made the document made again; its lines up to this one are the same
    private static Finding line(byte[] bytes, byte[] made, int line, String says, String should) {
        int parting = says.substring(0, Clipped.parting(says, should)).getBytes(StandardCharsets.UTF_8).length;
        Optional<ValuePlace> place = ValuePlace.at(bytes, offset(bytes, line) + parting);
        return new Finding("line " + (line + 1) + place.map(found -> ", " + found.path()).orElse(""),
                value(bytes, place, offset(bytes, line) + parting, says),
                value(made, ValuePlace.at(made, offset(made, line) + parting), offset(made, line) + parting, should),
                "its own data give");
    }

    private static String value(byte[] bytes, Optional<ValuePlace> place, int at, String line) {
        return place.filter(found -> found.from() <= at).map(found -> Clipped.around(found.in(bytes), at - found.from()))
                .orElseGet(() -> Clipped.around(line.strip(), 0));
    }

    private static int offset(byte[] bytes, int line) {
        int at = 0;
        for (int left = line; left > 0 && at < bytes.length; at++) {
            left -= bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /// Adds what is known of the file that the document stands in. What its seal says comes first.
    void framed(String as, List<Finding> sealed) {
        kind = as;
        if (checks.remove(UNCHANGED)) {
            checks.addFirst("The digest of the data in it holds.");
        }
        if (sealed.isEmpty()) {
            checks.addFirst(UNCHANGED);
        }
        findings.addAll(0, sealed);
    }

    /// Adds what came of making the file again from its data.
    ///
    /// @param unit what was compared one by one
    void made(String unit, List<Finding> differences) {
        if (differences.isEmpty()) {
            checks.add("Made again from its data, every " + unit + " is the same.");
        }
        findings.addAll(differences);
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> checks() {
        return checks;
    }

    List<String> unproven() {
        return unproven;
    }

    /// What is recorded in it.
    List<RecordedRuns> runs() {
        return runs;
    }

    /// The report, if it is one that could be made again.
    Optional<Report> report() {
        return report;
    }

    /// What it is.
    String kind() {
        return kind;
    }
}
