package throttlelab.fxml.view;

import java.util.List;
import throttlelab.fxml.texts.Texts;

/// The kinds of files that a person is asked for.
public enum FileType {

    /// Recordings and results.
    RECORDING("recording", "tlab", "json"),

    /// Recordings, results, and answers of other systems.
    COMPARABLE("comparable", "tlab", "json", "jsonl"),

    /// Reports for programs.
    JSON("json"),

    /// Reports for a browser.
    HTML("html"),

    /// Reports as pages.
    PDF("pdf"),

    /// Positions for a spreadsheet.
    CSV("csv"),

    /// Pictures.
    PNG("png");

    private final String name;
    private final List<String> extensions;

    FileType(String extension) {
        this(extension, extension);
    }

    FileType(String name, String... extensions) {
        this.name = name;
        this.extensions = List.of(extensions);
    }

    /// The end of its files' names where they are made, without the dot.
    public String extension() {
        return extensions.getFirst();
    }

    /// All ends that its files' names may have, without the dot, the usual one first.
    public List<String> extensions() {
        return extensions;
    }

    /// What a chooser calls it.
    public String description() {
        return Texts.get("view.file." + name);
    }
}
