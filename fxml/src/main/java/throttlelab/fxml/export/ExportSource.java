package throttlelab.fxml.export;

import java.nio.file.Path;
import java.util.List;

/// What a report can be made of, as a tab offers it.
///
/// @param text what it is, in words
/// @param name what the report's file is called unless somebody chooses otherwise, without an ending
/// @param files the file or the two files that the report is on; asked in the background
public record ExportSource(String text, String name, Files files) {

    private static final String WITH = "-with-";
    private static final String ENDING = "\\.json$";

    /// Files to make a report of.
    @FunctionalInterface
    public interface Files {

        /// @param room an empty folder, for files that do not lie anywhere yet; it goes away when the report is written
        List<Path> in(Path room);
    }

    /// What files that lie somewhere offer.
    public static ExportSource of(String text, List<Path> files) {
        List<Path> those = List.copyOf(files);
        List<String> names = those.stream().map(file -> file.getFileName().toString().replaceFirst(ENDING, "")).toList();
        return new ExportSource(text, String.join(WITH, names), _ -> those);
    }
}
