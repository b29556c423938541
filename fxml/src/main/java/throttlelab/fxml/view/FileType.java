package throttlelab.fxml.view;

import throttlelab.fxml.texts.Texts;

/// The kinds of files that a person is asked for.
public enum FileType {

    /// Recordings and results.
    JSON("json");

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
