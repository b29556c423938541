package throttlelab.engine.schedule.matrix;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import throttlelab.engine.TerminalCommand;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.words.Sentence;

/// The matrix for a reader: one HTML file, and a table for a spreadsheet.
public final class MatrixPages {

    private static final List<String> HEADINGS = List.of("What was varied", "What was run", "Comparisons", "Divergences",
            "Seconds", "Command that runs it again", "How it ran");

    private MatrixPages() {
    }

    /// Writes a page that needs nothing else.
    ///
    /// @throws throttlelab.engine.RunException if the file cannot be written
    public static void html(Path file, MatrixResult result) {
        StringBuilder page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Throttle Lab: the invariance matrix</title>
                <style>
                body { font: 15px/1.45 system-ui, sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em; color: #1b1f24;
                  background: #fff; }
                table { border-collapse: collapse; width: 100%; }
                th, td { border-bottom: 1px solid #d0d7de; padding: .35em .6em; text-align: left; vertical-align: top; }
                .n { text-align: right; font-variant-numeric: tabular-nums; }
                .bad { font-weight: bold; color: #a40e26; }
                .muted, code { color: #57606a; font-size: 90%; }
                code { user-select: all; overflow-wrap: anywhere; }
                </style></head><body>
                <h1>The invariance matrix</h1>
                """);
        page.append("<p>").append(escaped(verdict(result))).append("</p>\n<p class=\"muted\">")
                .append(escaped(result.model() + ", " + result.numerics() + ". " + result.machine() + ". " + result.created()
                        + ". Reference: " + result.prompts() + " prompts × " + result.tokens()
                        + " tokens, unthrottled; a comparison is a position: its token and the bits of its log-probability."))
                .append("</p>\n<table><thead><tr>");
        for (int i = 0; i < HEADINGS.size(); i++) {
            page.append(i >= 2 && i <= 4 ? "<th class=\"n\">" : "<th>").append(HEADINGS.get(i)).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
        result.rows().forEach(row -> row(page, row));
        page.append("</tbody></table></body></html>\n");
        SafeFiles.write(file, out -> out.write(page.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void row(StringBuilder page, MatrixRow row) {
        page.append("<tr><td>").append(escaped(row.varied())).append("</td><td>").append(escaped(row.cell()));
        if (row.notRun().isPresent()) {
            page.append("</td><td colspan=\"2\">not run: ").append(escaped(row.notRun().get()));
        } else {
            page.append("</td><td class=\"n\">").append(String.format(Locale.ROOT, "%,d", row.comparisons()))
                    .append(row.divergences() > 0 ? "</td><td class=\"n bad\">" : "</td><td class=\"n\">")
                    .append(String.format(Locale.ROOT, "%,d", row.divergences()));
        }
        page.append("</td><td class=\"n\">").append(String.format(Locale.ROOT, "%.1f", row.nanos() / 1e9))
                .append("</td><td><code>").append(escaped(TerminalCommand.of(row.command()))).append("</code></td><td class=\"muted\">")
                .append(escaped(row.note().orElse(""))).append("</td></tr>\n");
    }

    /// What it comes to, in a sentence.
    public static String verdict(MatrixResult result) {
        return saying(result).english();
    }

    /// What it comes to.
    public static Sentence saying(MatrixResult result) {
        Sentence comparisons = Sentence.number("%,d", result.comparisons());
        Sentence divergences = Sentence.number("%,d", result.divergences());
        return result.complete()
                ? Sentence.of("matrix.verdict", comparisons, result.rows().size(), divergences, result.notRun())
                : Sentence.of("matrix.verdict-stopped", comparisons, result.rows().size(), divergences,
                        result.notRun());
    }

    /// Writes a row a line, fields in quotes.
    ///
    /// @throws throttlelab.engine.RunException if the file cannot be written
    public static void csv(Path file, MatrixResult result) {
        StringBuilder lines = new StringBuilder("id,varied,cell,comparisons,divergences,seconds,command,not_run,note\r\n");
        for (MatrixRow row : result.rows()) {
            List<String> fields = List.of(row.id(), row.varied(), row.cell(), Long.toString(row.comparisons()),
                    Long.toString(row.divergences()), String.format(Locale.ROOT, "%.3f", row.nanos() / 1e9), row.command(),
                    row.notRun().orElse(""), row.note().orElse(""));
            lines.append(String.join(",", fields.stream().map(field -> '"' + field.replace("\"", "\"\"") + '"').toList()))
                    .append("\r\n");
        }
        SafeFiles.write(file, out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes it beside a report, as JSON, HTML and CSV, under the report's name and "-matrix".
    ///
    /// @return the files
    /// @throws throttlelab.engine.RunException if one cannot be written
    public static List<Path> beside(Path report, MatrixResult result) {
        String name = report.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-matrix.";
        Path json = report.resolveSibling(name + "json");
        Path html = report.resolveSibling(name + "html");
        Path csv = report.resolveSibling(name + "csv");
        MatrixFile.write(json, result);
        html(html, result);
        csv(csv, result);
        return List.of(json, html, csv);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
