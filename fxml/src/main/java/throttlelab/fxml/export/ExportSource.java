package throttlelab.fxml.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What a report can be made of, as a tab offers it.
///
/// @param text what it is, in words
/// @param name what the report's file is called unless somebody chooses otherwise, without an ending
/// @param files the files that the report is on; asked in the background
/// @param found who made the first difference, if that was found out; asked when the report is
public record ExportSource(String text, String name, Files files, Supplier<Optional<FoundPathViewModel>> found) {

    private static final String WITH = "-with-";
    private static final String ENDING = "\\.(jsonl?|tlab)$";

    /// Where nobody looks for who made a difference but in the audit logs.
    public ExportSource(String text, String name, Files files) {
        this(text, name, files, Optional::empty);
    }

    /// Files to make a report of.
    @FunctionalInterface
    public interface Files {

        /// @param room an empty folder, for files that do not lie anywhere yet; it goes away when the report is written
        List<Path> in(Path room);
    }

    /// What files that lie somewhere offer.
    public static ExportSource of(String text, List<Path> files) {
        List<Path> those = List.copyOf(files);
        return of(text, those.stream().map(file -> file.getFileName().toString()).toList(), _ -> those, Optional::empty);
    }

    /// What files with these names offer.
    public static ExportSource of(String text, List<String> names, Files files,
            Supplier<Optional<FoundPathViewModel>> found) {
        return new ExportSource(text, String.join(WITH, names.stream().map(name -> name.replaceFirst(ENDING, "")).toList()),
                files, found);
    }
}
