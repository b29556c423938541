package throttlelab.fxml.view;

import throttlelab.fxml.texts.Texts;

/// The kinds of files that a person is asked for.
public enum FileType {

    /// Recordings, results, and reports for programs.
    JSON("json"),

    /// Reports for a browser.
    HTML("html"),

    /// Reports as pages.
    PDF("pdf"),

    /// Positions for a spreadsheet.
    CSV("csv"),

    /// Pictures.
    PNG("png");

    private final String extension;

    FileType(String extension) {
        this.extension = extension;
    }

    /// The end of its files' names, without the dot.
    public String extension() {
        return extension;
    }

    /// What a chooser calls it.
    public String description() {
        return Texts.get("view.file." + extension);
    }
}
