package throttlelab.engine.report.content;

import java.time.Instant;
import java.util.List;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;

/// A result for a reader. It follows from its inputs and from nothing else: made again anywhere, it is the same.
///
/// @param title what it is about
/// @param verdict the verdict
/// @param words the verdict in words
/// @param created when what it tells of ended
/// @param reasons why the verdict is not STRICT
/// @param totals what the comparison came to
/// @param bound95 the share of diverging positions that is excluded with 95 % confidence; not a number where some
///        diverged
/// @param sections the rest, in order
/// @param inputs what it follows from
public record Report(String title, Verdict verdict, String words, Instant created, List<String> reasons, Totals totals,
        double bound95, List<Section> sections, ReportInputs inputs) {

    /// The format of a report and its version.
    public static final String FORMAT = "throttlelab-report/1";

    /// The version of how inputs become a report and its pages. Raised with every change of words or layout: only a
    /// program with the same one can make a report again to the letter.
    public static final int LAYOUT = 1;

    /// @throws NullPointerException if a list is null or holds null
    public Report {
        reasons = List.copyOf(reasons);
        sections = List.copyOf(sections);
    }
}
