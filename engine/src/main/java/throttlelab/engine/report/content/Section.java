package throttlelab.engine.report.content;

import java.util.List;

/// A part of a report under a heading.
///
/// @param id a word for links and for programs, such as `timing`
/// @param title the heading
/// @param blocks what stands under it
public record Section(String id, String title, List<Block> blocks) {

    /// @throws NullPointerException if the list is null or holds null
    public Section {
        blocks = List.copyOf(blocks);
    }
}
