package throttlelab.engine.report;

/// What a report can be written as.
public enum ReportFormat {

    /// One file for a browser, with everything in it.
    HTML("html"),

    /// Pages.
    PDF("pdf"),

    /// All positions, for a spreadsheet.
    CSV("csv"),

    /// All of it for a program.
    JSON("report.json");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /// What such a file's name ends with, without the dot.
    public String ending() {
        return ending;
    }
}
