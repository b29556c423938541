package throttlelab.app.summary;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.report.ReportFormat;
import throttlelab.engine.report.Reports;
import throttlelab.engine.report.content.Report;

/// A report that was written, for a reader at a terminal.
public final class ReportSummary {

    private final Report report;

    /// A summary of `report`.
    public ReportSummary(Report report) {
        this.report = report;
    }

    /// Says what the report says first, and where it is.
    ///
    /// @param files what it was written as
    public void print(Terminal terminal, Map<ReportFormat, Path> files) {
        Page page = new Page(terminal);
        page.verdict(report.judged().colours(), report.judged().title(),
                report.words().substring(0, 1).toLowerCase(Locale.ROOT) + report.words().substring(1));
        page.gap();
        page.entry("Report on", report.title());
        files.forEach((format, file) -> page.entry(format.name(), file.toString()));
        page.entry("SHA-256", Reports.digest(report).toString());
    }
}
