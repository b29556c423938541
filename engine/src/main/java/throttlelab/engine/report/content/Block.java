package throttlelab.engine.report.content;

import java.util.List;

/// One piece of a section. All texts are shown as they are: whoever makes a block has seen to it that they are readable
/// ([Shown]).
public sealed interface Block {

    /// Running text.
    ///
    /// @param text the text
    /// @param aside whether it is a remark that a hurried reader may pass over
    record Paragraph(String text, boolean aside) implements Block {
    }

    /// A list.
    ///
    /// @param heading what its items are, or nothing
    /// @param mark what stands before each item
    /// @param items the items
    record Items(String heading, Mark mark, List<String> items) implements Block {

        /// @throws NullPointerException if the list is null or holds null
        public Items {
            items = List.copyOf(items);
        }
    }

    /// What stands before the items of a list.
    enum Mark {

        /// A dot.
        PLAIN,

        /// It is so.
        YES,

        /// It is not so.
        NO
    }

    /// Names and what they stand for.
    record Facts(List<Fact> facts) implements Block {

        /// @throws NullPointerException if the list is null or holds null
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// A name and what it stands for.
    ///
    /// @param name the name
    /// @param value what it stands for
    /// @param code whether it is a digest or another thing to be copied
    record Fact(String name, String value, boolean code) {

        /// A fact in words.
        public Fact(String name, String value) {
            this(name, value, false);
        }
    }

    /// A table.
    ///
    /// @param caption what it shows, or nothing where the text before it says so
    /// @param columns its columns
    /// @param rows its cells; a line feed in a cell begins a second line
    /// @param grouped whether a row with something in its first cell begins a group
    record Table(String caption, List<Column> columns, List<List<String>> rows, boolean grouped) implements Block {

        /// @throws IllegalArgumentException if a row does not have a cell for each column
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("a row of '" + caption + "' has not " + width + " cells");
            }
        }
    }

    /// A column of a table.
    ///
    /// @param heading what stands over it
    /// @param kind what its cells are
    record Column(String heading, Kind kind) {
    }

    /// What the cells of a column are.
    enum Kind {

        /// Words; they stand at the left and wrap.
        TEXT,

        /// Numbers; they stand at the right.
        NUMBER,

        /// Bits, digests, tokens: letters of the same width.
        CODE
    }

    /// A chart.
    ///
    /// @param caption what it shows, and how it is read
    /// @param words the same for who cannot see it
    /// @param drawing the chart
    record Chart(String caption, String words, Drawing drawing) implements Block {
    }

    /// Commands, a line each, to be copied.
    ///
    /// @param lines the commands
    record Code(List<String> lines) implements Block {

        /// @throws NullPointerException if the list is null or holds null
        public Code {
            lines = List.copyOf(lines);
        }
    }

    /// A paragraph.
    static Paragraph paragraph(String text) {
        return new Paragraph(text, false);
    }

    /// A remark.
    static Paragraph aside(String text) {
        return new Paragraph(text, true);
    }
}
