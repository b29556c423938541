package throttlelab.engine.report.pdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Block.Table;
import throttlelab.engine.report.content.Ink;
import throttlelab.engine.report.content.Pulse;

/// A table on pages: columns as wide as they need and there is room for, its head again on every page.
final class PdfTable {

    private static final float SIZE = 7.6f;
    private static final float CODE_SIZE = 7f;
    private static final float LEADING = 10.2f;
    private static final float PAD = 2.6f;
    private static final float GAP = 9;
    private static final float LEAST_CODE = 64;
    private static final float LEAST_TEXT = 44;
    private static final float LONGEST_WORD = 90;
    private static final int MOST_TOGETHER = 6;
    private static final float WIDEST_NATURAL = 420;
    private static final float LONG_TEXT = 120;

    private final Sheet sheet;
    private final Table table;
    private final float[] widths;

    private PdfTable(Sheet sheet, Table table) {
        this.sheet = sheet;
        this.table = table;
        this.widths = widths();
    }

    static void draw(Sheet sheet, Table table, Pulse pulse) throws IOException {
        PdfTable on = new PdfTable(sheet, table);
        // A short table stays on one page.
        float height = table.rows().size() > MOST_TOGETHER ? 0 : on.height();
        sheet.need(height + LEADING * 5);
        if (!table.caption().isEmpty()) {
            sheet.paragraph(table.caption(), sheet.text(), 8, 11, Ink.MUTED, Sheet.LEFT, Sheet.WIDTH);
            sheet.down(3);
        }
        on.head();
        for (int row = 0; row < table.rows().size(); row++) {
            on.row(row);
            pulse.beat(0, 1);
        }
        sheet.down(4);
    }

    private float height() {
        float height = 0;
        for (List<String> cells : table.rows()) {
            height += 2 * PAD + LEADING * IntStream.range(0, widths.length)
                    .map(i -> type(i).lines(cells.get(i), size(i), widths[i]).size()).max().orElse(1);
        }
        return Math.min(height, (Sheet.TOP - Sheet.BOTTOM) / 2);
    }

    private Type type(int column) {
        return table.columns().get(column).kind() == Kind.CODE ? sheet.code() : sheet.text();
    }

    private float size(int column) {
        return table.columns().get(column).kind() == Kind.CODE ? CODE_SIZE : SIZE;
    }

    private float[] widths() {
        int columns = table.columns().size();
        float[] least = new float[columns];
        float[] natural = new float[columns];
        for (int i = 0; i < columns; i++) {
            least[i] = least(i);
            natural[i] = Math.max(least[i], natural(i));
        }
        float room = Sheet.WIDTH - GAP * (columns - 1);
        float spare = room - sum(least);
        float wish = sum(natural) - sum(least);
        float[] widths = least.clone();
        if (spare >= wish) {
            // What is left over goes to columns of long texts, or else to all.
            boolean[] grows = new boolean[columns];
            for (int i = 0; i < columns; i++) {
                grows[i] = table.columns().get(i).kind() == Kind.TEXT && natural[i] > LONG_TEXT;
            }
            long growing = IntStream.range(0, columns).filter(i -> grows[i]).count();
            for (int i = 0; i < columns; i++) {
                float more = growing == 0 ? (spare - wish) / columns : grows[i] ? (spare - wish) / growing : 0;
                widths[i] = natural[i] + more;
            }
        } else {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(12, least[i] + (spare > 0 ? spare * (natural[i] - least[i]) / wish
                        : spare * least[i] / sum(least)));
            }
        }
        return widths;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /// As narrow as the column may become.
    private float least(int column) {
        Column heading = table.columns().get(column);
        float words = Arrays.stream(heading.heading().split(" "))
                .map(word -> sheet.strong().width(sheet.strong().shown(word), SIZE)).max(Float::compare).orElse(0f);
        float cells = natural(column);
        return Math.max(words, switch (heading.kind()) {
            case NUMBER -> cells;
            case CODE -> Math.min(LEAST_CODE, cells);
            case TEXT -> Math.min(cells, Math.max(LEAST_TEXT, Math.min(LONGEST_WORD, word(column))));
        });
    }

    /// How wide the longest word of a column is.
    private float word(int column) {
        Type type = type(column);
        float widest = 0;
        for (List<String> row : table.rows()) {
            for (String word : row.get(column).split("[ \n]", -1)) {
                widest = Math.max(widest, type.width(type.shown(word), size(column)));
            }
        }
        return widest + 0.5f;
    }

    private float natural(int column) {
        Type type = type(column);
        float widest = 0;
        for (List<String> row : table.rows()) {
            for (String line : row.get(column).split("\n", -1)) {
                widest = Math.max(widest, Math.min(WIDEST_NATURAL, type.width(type.shown(line), size(column))));
            }
        }
        return widest + 0.5f;
    }

    private void head() throws IOException {
        List<List<String>> lines = IntStream.range(0, widths.length)
                .mapToObj(i -> sheet.strong().lines(table.columns().get(i).heading(), SIZE, widths[i])).toList();
        int height = lines.stream().mapToInt(List::size).max().orElse(1);
        sheet.down(height * LEADING + PAD);
        for (int i = 0; i < widths.length; i++) {
            List<String> words = lines.get(i);
            for (int line = 0; line < words.size(); line++) {
                put(words.get(line), sheet.strong(), SIZE, i, sheet.y() + PAD + 2 + (words.size() - 1 - line) * LEADING);
            }
        }
        sheet.line(Sheet.LEFT, sheet.y(), Sheet.LEFT + Sheet.WIDTH, sheet.y(), Ink.TEXT, 0.9f);
    }

    private void row(int index) throws IOException {
        List<String> cells = table.rows().get(index);
        List<List<String>> lines = IntStream.range(0, widths.length)
                .mapToObj(i -> type(i).lines(cells.get(i), size(i), widths[i])).toList();
        int height = lines.stream().mapToInt(List::size).max().orElse(1);
        boolean begins = !table.grouped() || !cells.getFirst().isEmpty();
        if (!sheet.fits(height * LEADING + 2 * PAD)) {
            turn();
        } else if (index > 0 && begins) {
            sheet.line(Sheet.LEFT, sheet.y(), Sheet.LEFT + Sheet.WIDTH, sheet.y(), Ink.FAINT, 0.5f);
        }
        sheet.down(PAD);
        for (int line = 0; line < height; line++) {
            if (!sheet.fits(LEADING)) {
                turn();
            }
            sheet.down(LEADING);
            for (int i = 0; i < widths.length; i++) {
                if (line < lines.get(i).size()) {
                    boolean name = table.grouped() && i == 0;
                    put(lines.get(i).get(line), name ? sheet.strong() : type(i), size(i), i, sheet.y() + 2.4f);
                }
            }
        }
        sheet.down(table.grouped() ? 0 : PAD);
    }

    private void turn() throws IOException {
        sheet.turn();
        head();
    }

    private void put(String text, Type type, float size, int column, float at) throws IOException {
        float x = Sheet.LEFT + column * GAP;
        for (int i = 0; i < column; i++) {
            x += widths[i];
        }
        if (table.columns().get(column).kind() == Kind.NUMBER) {
            x += widths[column] - type.width(text, size);
        }
        sheet.write(text, type, size, Ink.TEXT, x, at);
    }
}
