package throttlelab.app.terminal;

import java.util.ArrayList;
import java.util.List;

/// A table of text: the first column flush left, the others flush right.
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /// A table with the headings of its columns.
    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /// Adds a row with as many cells as there are headings.
    ///
    /// @throws IllegalArgumentException if there are more or fewer
    public TextTable row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + rows.getFirst().size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /// Adds a row with as many cells as there are headings.
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /// Its lines, the headings first.
    public List<String> lines() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /// Writes it, the headings emphasised.
    public void print(Terminal terminal) {
        List<String> lines = lines();
        terminal.line(terminal.style().strong(lines.getFirst()));
        lines.stream().skip(1).forEach(terminal::line);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String space = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? cell + space : GAP + space + cell);
        }
        return line.toString().stripTrailing();
    }
}
