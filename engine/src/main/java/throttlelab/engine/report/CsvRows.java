package throttlelab.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import throttlelab.engine.report.content.Pulse;

/// Rows of comma-separated values (RFC 4180, UTF-8) on their way to a file.
///
/// A spreadsheet takes a cell that begins with = + - or @ for a formula. What tokens say stands between quotation marks
/// of its own, as in JSON; other texts that begin so get an apostrophe before them. Numbers are numbers.
final class CsvRows {

    private static final int BATCH = 2_000;

    private final OutputStream out;
    private final Pulse pulse;
    private final StringBuilder waiting = new StringBuilder();
    private long total = 1;
    private long done;

    CsvRows(OutputStream out, Pulse pulse) {
        this.out = out;
        this.pulse = pulse;
    }

    /// @param headings the first line, with its end
    /// @param rows how many rows follow
    void begin(String headings, long rows) {
        total = Math.max(1, rows);
        waiting.append(headings);
    }

    /// Adds a row.
    void row(CharSequence cells) throws IOException {
        waiting.append(cells).append("\r\n");
        done++;
        if (done % BATCH == 0) {
            flush();
        }
    }

    void end() throws IOException {
        flush();
    }

    private void flush() throws IOException {
        out.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
        pulse.beat(done, total);
    }

    /// A text that others chose, as it may stand in a cell.
    static String text(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return quoted(formula ? "'" + text : text);
    }

    static String quoted(String cell) {
        return cell.matches("[A-Za-z0-9._/# -]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
