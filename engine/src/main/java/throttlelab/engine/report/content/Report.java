package throttlelab.engine.report.content;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A result for a reader. It follows from its inputs and from nothing else: made again anywhere, it is the same.
///
/// @param title what it is about
/// @param judged what the comparison came to
/// @param words the verdict in words
/// @param created when what it tells of ended; nothing if nothing tells it
/// @param reasons why the verdict is not STRICT
/// @param sections the rest, in order
/// @param inputs what it follows from
public record Report(String title, Judged judged, String words, Optional<Instant> created, List<String> reasons,
        List<Section> sections, ReportInputs inputs) {

    /// The format of a report and its version.
    public static final String FORMAT = "throttlelab-report/1";

    /// The version of how inputs become a report and its pages. Raised with every change of words or layout: only a
    /// program with the same one can make a report again to the letter.
    public static final int LAYOUT = 2;

    /// @throws NullPointerException if a list is null or holds null
    public Report {
        reasons = List.copyOf(reasons);
        sections = List.copyOf(sections);
    }
}
