package throttlelab.app.summary;

import java.nio.file.Path;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.recording.Recording;

/// A recording for a reader at a terminal.
public final class RecordingSummary {

    private static final int DIGITS = 8;

    private final Recording recording;

    /// A summary of `recording`.
    public RecordingSummary(Recording recording) {
        this.recording = recording;
    }

    /// Writes it.
    ///
    /// @param file where the recording was written
    /// @param digest the digest that the file carries
    public void print(Terminal terminal, Path file, Sha256 digest) {
        Page page = new Page(terminal);
        FederationReport report = recording.report();
        page.entry("Recorded", recording.id() + ": " + Numbers.count(recording.prompts().size(), "prompt") + " × "
                + Numbers.count(recording.setup().tokens(), "token"));
        page.entry("Federation", federation());
        page.entry("Time", time());
        page.entry("Audit", report.auditDigest().toString());
        TextTable table = WorkerRows.table(report.workers().size());
        new WorkerRows(recording.profile(), report).addTo(table);
        page.table(table);
        page.gap();
        page.entry("Recording", file + " (digest " + digest.prefix(DIGITS) + "…)");
    }

    /// Writes one line, apart from the results.
    public void printShort(Terminal terminal) {
        terminal.note("[" + time() + "; " + federation() + "; audit " + recording.report().auditDigest().prefix(DIGITS)
                + "…]");
    }

    private String federation() {
        FederationSettings settings = recording.setup().federation();
        return recording.setup().model().name() + ", " + settings.partition().id() + ", "
                + Numbers.count(settings.workers(), "worker") + ", " + settings.policy().id() + ", profile "
                + recording.profile();
    }

    private String time() {
        FederationReport report = recording.report();
        long tokens = recording.prompts().stream().mapToLong(prompt -> prompt.stream().length()).sum();
        return Numbers.count(tokens, "token") + " in " + Numbers.seconds(report.wallNanos()) + ", "
                + Numbers.rate(tokens * 1e9 / report.wallNanos()) + " tokens/s, prefill "
                + Numbers.seconds(report.prefillNanos());
    }
}
