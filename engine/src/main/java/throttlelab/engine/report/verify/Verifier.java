package throttlelab.engine.report.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.model.Model;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportProgress;
import throttlelab.engine.report.content.Shown;

/// Verifies a file: a recording, the result of a bet, an invariance matrix, or a report in HTML, PDF or JSON.
///
/// 1. Its seal. A changed digit is named, with what stood there; see [throttlelab.engine.seal].
/// 2. All that follows from something else in it is found again and compared; a report is made again, line by line and
///    page by page. That finds what was sealed anew after a change, and contradictions in files without checks of lines.
/// 3. The streams are run again on this machine, and compared to the bit.
///
/// What it cannot tell: whether times and environment are true, and who sealed it.
public final class Verifier {

    private static final int LIMIT_BYTES = 512 << 20;

    private Verifier() {
    }

    /// Checks all but the streams: nothing is run again, so the best that comes of it is UNPROVEN.
    ///
    /// @param origin the file the bytes are of
    /// @throws InputException if it is none of these files
    public static Verification inspect(byte[] bytes, Path origin) {
        DocumentCheck document = check(bytes, origin.toString());
        return new Verification(origin, document.kind(), document.checks(), document.findings(), List.of(),
                document.unproven(), 0, ReplayCheck.positions(document.runs()));
    }

    /// Checks a file without running anything again.
    ///
    /// @throws InputException if the file cannot be read, or is none of these
    public static Verification inspect(Path file) {
        return inspect(TextFiles.readBytes(file, LIMIT_BYTES), file);
    }

    /// Verifies a file.
    ///
    /// @param model gives the model to run again on; asked only if there is something to run
    /// @param prompts how many prompts of each recording to run again; all if empty
    /// @param progress is told how many positions were run again
    /// @param stop is asked now and then; `true` ends the replay
    /// @throws InputException if the file cannot be read, is none of these, or the model cannot be loaded
    /// @throws RunException if a worker throws
    public static Verification verify(Path file, Supplier<Model> model, OptionalInt prompts, ReportProgress progress,
            BooleanSupplier stop) throws InterruptedException {
        byte[] bytes = TextFiles.readBytes(file, LIMIT_BYTES);
        DocumentCheck document = check(bytes, file.toString());
        List<Finding> findings = new ArrayList<>(document.findings());
        List<String> checks = new ArrayList<>(document.checks());
        List<String> unproven = new ArrayList<>(document.unproven());
        List<Finding> differences = new ArrayList<>();
        long replayed = 0;
        List<String> refusals = ReplayCheck.refusals(document.runs());
        unproven.addAll(refusals);
        if (refusals.isEmpty() && !document.runs().isEmpty()) {
            Model loaded = model.get();
            ReplayCheck replay = new ReplayCheck(loaded, prompts, progress, stop);
            replay.run(document.runs());
            replayed = replay.replayed();
            differences.addAll(replay.differences());
            unproven.addAll(replay.unproven());
            if (replay.unproven().isEmpty()) {
                document.report().ifPresent(report -> vocabulary(report, loaded, findings));
            }
            if (replay.auditsEqual() > 0) {
                checks.add("Run again, the audit " + (replay.auditsEqual() == 1 ? "digest is" : "digests of "
                        + replay.auditsEqual() + " runs are") + " the same: every contribution on the way was.");
            }
        }
        return new Verification(file, document.kind(), checks, findings, differences, unproven, replayed,
                ReplayCheck.positions(document.runs()));
    }

    private static DocumentCheck check(byte[] bytes, String origin) {
        if (begins(bytes, "%PDF-")) {
            return PdfCheck.of(bytes, origin);
        }
        return begins(bytes, "{") ? DocumentCheck.of(bytes, origin, new JsonPlaces()) : HtmlCheck.of(bytes, origin);
    }

    private static boolean begins(byte[] bytes, String start) {
        return bytes.length >= start.length()
                && new String(bytes, 0, start.length(), StandardCharsets.ISO_8859_1).equals(start);
    }

    /// What a report says that tokens say.
    private static void vocabulary(Report report, Model model, List<Finding> findings) {
        for (Map.Entry<Integer, String> entry : report.inputs().vocabulary().entrySet()) {
            String piece = entry.getKey() < model.config().vocabularySize()
                    ? model.tokenizer().piece(entry.getKey()) : "";
            if (!piece.equals(entry.getValue())) {
                findings.add(new Finding("the vocabulary, token " + entry.getKey(), Shown.quoted(entry.getValue()),
                        Shown.quoted(piece), "the tokenizer says"));
            }
        }
        for (Map.Entry<Integer, String> entry : report.inputs().printed().bytes().entrySet()) {
            String bytes = entry.getKey() < model.config().vocabularySize()
                    ? HexFormat.of().formatHex(model.tokenizer().bytes(entry.getKey())) : "";
            if (!bytes.equals(entry.getValue())) {
                findings.add(new Finding("the bytes of token " + entry.getKey(), entry.getValue(), bytes,
                        "the tokenizer says"));
            }
        }
    }
}
