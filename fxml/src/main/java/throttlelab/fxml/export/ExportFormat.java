package throttlelab.fxml.export;

import throttlelab.fxml.view.FileType;

/// What a report can be written as.
public enum ExportFormat {

    /// One file for a browser.
    HTML(FileType.HTML),

    /// Pages.
    PDF(FileType.PDF),

    /// All positions, for a spreadsheet.
    CSV(FileType.CSV),

    /// All of it, for a program.
    JSON(FileType.JSON);

    private final FileType type;

    ExportFormat(FileType type) {
        this.type = type;
    }

    /// The kind of its files.
    public FileType type() {
        return type;
    }
}
