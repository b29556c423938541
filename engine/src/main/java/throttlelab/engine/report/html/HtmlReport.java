package throttlelab.engine.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Block.Mark;
import throttlelab.engine.report.content.Pulse;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.seal.Seal;
import throttlelab.engine.seal.SealedText;

/// A report as one HTML file. It carries the report in JSON inside, escaped and hidden, and its own seal as comments at
/// its end.
public final class HtmlReport {

    /// How an HTML report is sealed.
    public static final SealedText SEAL = new SealedText("<!-- line_checks: ", " ", "<!-- digest: ");

    private static final String DATA_BEGINS = "<template id=\"throttlelab-report\">\n";
    private static final String DATA_ENDS = "</template>\n";
    private static final int DIGITS = 16;
    private static final int FEW_COLUMNS = 4;

    private final Report report;
    private final Sha256 digest;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Report report, Sha256 digest) {
        this.report = report;
        this.digest = digest;
    }

    /// The file.
    ///
    /// @param json the report as JSON
    /// @param digest the digest that `json` carries
    public static byte[] of(Report report, byte[] json, Sha256 digest, Pulse pulse) {
        HtmlReport html = new HtmlReport(report, digest);
        html.head();
        int steps = report.sections().size() + 1;
        for (int i = 0; i < report.sections().size(); i++) {
            pulse.beat(i, steps);
            html.section(report.sections().get(i));
        }
        html.foot();
        html.data(json);
        pulse.beat(steps, steps);
        byte[] bytes = html.out.toString().getBytes(StandardCharsets.UTF_8);
        SEAL.seal(bytes);
        return bytes;
    }

    /// The report in JSON that an HTML file carries, with the line of the file on which it begins, from 0.
    ///
    /// @return nothing if it carries none
    public static Optional<Carried> carried(byte[] html) {
        String text = new String(html, StandardCharsets.UTF_8);
        int from = text.indexOf(DATA_BEGINS);
        int to = text.lastIndexOf(DATA_ENDS);
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        int begins = from + DATA_BEGINS.length();
        return Optional.of(new Carried(Escaped.undone(text.substring(begins, to)).getBytes(StandardCharsets.UTF_8),
                (int) text.substring(0, begins).lines().count()));
    }

    /// The data in an HTML file. The bytes are shared.
    ///
    /// @param json the report as JSON
    /// @param firstLine on which line of the file it begins, from 0
    public record Carried(byte[] json, int firstLine) {
    }

    private void head() {
        String title = Escaped.text(Shown.text(report.title()));
        line("<!doctype html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<meta name=\"generator\" content=\"Throttle Lab\">");
        // Nothing is fetched and nothing runs, whatever a prompt says.
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        line("<title>" + report.judged().title() + " · " + title + " · Throttle Lab</title>");
        line("<style>");
        out.append(resource("report.css"));
        line("@page { @bottom-left { content: \"Throttle Lab · " + report.judged().title() + " · report " + digest.prefix(DIGITS)
                + "…\"; } }");
        line("</style>");
        line("</head>");
        line("<body class=\"" + report.judged().colours().name().toLowerCase(Locale.ROOT) + "\">");
        line("<header>");
        line("<p class=\"product\">Throttle Lab <span>report</span></p>");
        line("<h1>" + title + "</h1>");
        line("<div class=\"verdict\">");
        line("<span class=\"sign\" aria-hidden=\"true\">" + report.judged().sign() + "</span>");
        line("<div><strong>" + report.judged().title() + "</strong><p>" + Escaped.text(report.words()) + "</p></div>");
        line("</div>");
        line("<dl class=\"identity\">");
        line("<div><dt>Made from</dt><dd>" + Escaped.text(String.join(", ", report.inputs().sources().stream()
                .map(Source::name).map(Shown::text).toList())) + "</dd></div>");
        report.created().ifPresent(created -> line("<div><dt>Of</dt><dd>" + created + "</dd></div>"));
        line("<div><dt>Report SHA-256</dt><dd class=\"code\">" + digest + "</dd></div>");
        line("</dl>");
        line("</header>");
        line("<nav aria-label=\"Sections\">");
        for (Section section : report.sections()) {
            line("<a href=\"#" + section.id() + "\">" + Escaped.text(section.title()) + "</a>");
        }
        line("</nav>");
        line("<main>");
    }

    private void section(Section section) {
        line("<section id=\"" + section.id() + "\">");
        line("<h2>" + Escaped.text(section.title()) + "</h2>");
        section.blocks().forEach(this::block);
        line("</section>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(String text, boolean aside) -> line((aside ? "<p class=\"aside\">" : "<p>")
                    + Escaped.text(text) + "</p>");
            case Block.Items(String heading, Mark mark, List<String> items) -> items(heading, mark, items);
            case Block.Facts(List<Block.Fact> facts) -> facts(facts);
            case Block.Table table -> table(table);
            case Block.Chart chart -> {
                line("<figure>");
                Svg.write(out, chart);
                line("<figcaption>" + Escaped.text(chart.caption()) + "</figcaption>");
                line("</figure>");
            }
            case Block.Code(List<String> lines) -> {
                line("<pre>");
                lines.forEach(each -> line(Escaped.text(each)));
                line("</pre>");
            }
        }
    }

    private void items(String heading, Mark mark, List<String> items) {
        if (!heading.isEmpty()) {
            line("<h3>" + Escaped.text(heading) + "</h3>");
        }
        line("<ul class=\"" + mark.name().toLowerCase(Locale.ROOT) + "\">");
        items.forEach(item -> line("<li>" + Escaped.text(item) + "</li>"));
        line("</ul>");
    }

    private void facts(List<Block.Fact> facts) {
        line("<dl class=\"facts\">");
        for (Block.Fact fact : facts) {
            line("<div><dt>" + Escaped.text(fact.name()) + "</dt><dd" + (fact.code() ? " class=\"code\"" : "") + ">"
                    + Escaped.text(fact.value()) + "</dd></div>");
        }
        line("</dl>");
    }

    private void table(Block.Table table) {
        line("<div class=\"wide\">");
        line("<table class=\"" + (table.grouped() ? "grouped " : "")
                + (table.columns().size() > FEW_COLUMNS ? "many" : "few") + "\">");
        if (!table.caption().isEmpty()) {
            line("<caption><span>" + Escaped.text(table.caption()) + "</span></caption>");
        }
        out.append("<thead><tr>");
        for (Column column : table.columns()) {
            out.append("<th scope=\"col\"").append(style(column.kind())).append('>')
                    .append(Escaped.text(column.heading())).append("</th>");
        }
        line("</tr></thead>");
        line("<tbody>");
        for (List<String> row : table.rows()) {
            out.append(table.grouped() && !row.getFirst().isEmpty() ? "<tr class=\"first\">" : "<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append("<td").append(style(table.columns().get(i).kind())).append('>')
                        .append(Escaped.text(row.get(i)).replace("\n", "<br>")).append("</td>");
            }
            line("</tr>");
        }
        line("</tbody>");
        line("</table>");
        line("</div>");
    }

    private static String style(Kind kind) {
        return switch (kind) {
            case TEXT -> "";
            case NUMBER -> " class=\"number\"";
            case CODE -> " class=\"code\"";
        };
    }

    private void foot() {
        line("</main>");
        line("<footer>");
        line("<p>This file carries all it was made of. <code>verify</code> makes every line of it again from its "
                + "data, runs "
                + "again what it describes, and names what differs.</p>");
        line("</footer>");
    }

    private void data(byte[] json) {
        out.append(DATA_BEGINS).append(Escaped.data(new String(json, StandardCharsets.UTF_8))).append(DATA_ENDS);
        line("</body>");
        line("</html>");
        int lines = (int) out.chars().filter(each -> each == '\n').count();
        line("<!-- line_checks: " + SEAL.blankChecks(lines) + " -->");
        line("<!-- digest: " + Seal.ZEROS + " -->");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program is incomplete", e);
        }
    }
}
