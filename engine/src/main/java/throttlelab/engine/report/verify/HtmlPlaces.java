package throttlelab.engine.report.verify;

import java.util.Optional;
import throttlelab.engine.report.html.HtmlReport;
import throttlelab.engine.seal.Seal;

/// Places in an HTML report: the line, and either the section with the text in it, or the path in the data.
final class HtmlPlaces implements Places {

    private static final String SECTION = "<section id=\"";

    @Override
    public Named changed(byte[] is, byte[] was, int offset) {
        int line = Clipped.line(is, offset);
        String place = "line " + line + ", column " + Clipped.column(is, offset);
        int from = lineStart(is, offset);
        String says = Clipped.text(is, from, lineEnd(is, offset));
        String said = Clipped.text(was, from, lineEnd(was, offset));
        int at = Clipped.parting(says, said);
        if (said.startsWith(HtmlReport.SEAL.checks())) {
            int check = (at - HtmlReport.SEAL.checks().length()) / (Seal.CHECK_DIGITS + 1);
            return new Named(place + ", the check of line " + (check + 1), word(says, at), word(said, at));
        }
        return data(was, line, at).map(path -> new Named(place + ", in the data at " + path.path(),
                value(says, at), value(said, at)))
                .orElseGet(() -> new Named(place + section(is, offset), shown(says, at), shown(said, at)));
    }

    @Override
    public Named damaged(byte[] is, int from, int to) {
        int first = Clipped.line(is, from);
        int last = Clipped.line(is, Math.max(from, to - 1));
        return new Named((first == last ? "line " + first : "lines " + first + " to " + last)
                + data(is, first, 0).map(path -> ", in the data at " + path.path()).orElseGet(() -> section(is, from)),
                Clipped.around(Clipped.text(is, from, to).strip(), 0), "");
    }

    /// The place in the data, if the line is in it.
    ///
    /// @param column in characters of the line
    private static Optional<ValuePlace> data(byte[] html, int line, int column) {
        return HtmlReport.carried(html).flatMap(carried -> {
            int inside = line - 1 - carried.firstLine();
            int lines = Clipped.line(carried.json(), carried.json().length) - 1;
            if (inside < 0 || inside >= lines) {
                return Optional.empty();
            }
            int at = 0;
            for (int left = inside; left > 0; at++) {
                left -= carried.json()[at] == '\n' ? 1 : 0;
            }
            return ValuePlace.at(carried.json(), at + column);
        });
    }

    private static int lineStart(byte[] bytes, int offset) {
        int at = offset;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static int lineEnd(byte[] bytes, int offset) {
        int at = offset;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static String section(byte[] html, int offset) {
        String before = Clipped.text(html, 0, offset);
        int from = before.lastIndexOf(SECTION);
        if (from < 0 || before.indexOf("</main>") >= 0) {
            return "";
        }
        int begin = from + SECTION.length();
        int end = before.indexOf('"', begin);
        return end < 0 ? "" : ", section " + before.substring(begin, end);
    }

    /// The value of a line of data in which something changed: what stands between blanks and commas.
    private static String value(String line, int at) {
        int from = at;
        while (from > 0 && ", [{".indexOf(line.charAt(from - 1)) < 0) {
            from--;
        }
        int to = Math.min(at + 1, line.length());
        while (to < line.length() && ", ]}".indexOf(line.charAt(to)) < 0) {
            to++;
        }
        return Clipped.around(line.substring(Math.min(from, to), to), at - from);
    }

    /// The word in which something changed; nothing where it is a blank that did.
    private static String word(String line, int at) {
        int to = line.indexOf(' ', at);
        return line.substring(line.lastIndexOf(' ', at - 1) + 1, to < 0 ? line.length() : to);
    }

    /// What a reader sees of a line in which something changed: the text between two tags, or else the line.
    private static String shown(String line, int at) {
        int begin = line.lastIndexOf('>', Math.max(0, at - 1)) + 1;
        int end = line.indexOf('<', at);
        boolean inTag = line.indexOf('>', at) >= 0 && (end < 0 || line.indexOf('>', at) < end);
        String text = inTag || begin > at ? line : line.substring(begin, end < 0 ? line.length() : end);
        int inside = inTag || begin > at ? at : at - begin;
        return Clipped.around(text.strip(), inside);
    }
}
