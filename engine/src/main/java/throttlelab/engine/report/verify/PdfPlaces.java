package throttlelab.engine.report.verify;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throttlelab.engine.report.pdf.PdfContents;

/// Places in a PDF: the page with the line that reads otherwise, or the part of the file.
final class PdfPlaces implements Places {

    private static final Pattern PAGE = Pattern.compile("page (\\d+) .*");

    private final Map<byte[], Optional<PdfContents>> read = new IdentityHashMap<>();

    /// Read once, however many places are asked for: damage makes reading slow.
    private Optional<PdfContents> contents(byte[] pdf) {
        return read.computeIfAbsent(pdf, PdfContents::of);
    }

    @Override
    public Named changed(byte[] is, byte[] was, int offset) {
        Optional<PdfContents> before = contents(was);
        String bytes = "byte " + offset + " says " + (is[offset] & 255) + ", it said " + (was[offset] & 255);
        if (before.isEmpty()) {
            return new Named("byte " + offset, Integer.toString(is[offset] & 255),
                    Integer.toString(was[offset] & 255));
        }
        String part = before.get().part(offset);
        Matcher page = PAGE.matcher(part);
        if (page.matches()) {
            Optional<Named> line = line(Integer.parseInt(page.group(1)), contents(is), before.get(), bytes);
            if (line.isPresent()) {
                return line.get();
            }
        }
        return new Named(part + ", byte " + offset, Integer.toString(is[offset] & 255),
                Integer.toString(was[offset] & 255));
    }

    /// The first line of a page that reads otherwise.
    private static Optional<Named> line(int number, Optional<PdfContents> after, PdfContents before, String bytes) {
        if (after.isEmpty() || after.get().pages().size() < number) {
            return Optional.empty();
        }
        List<String> is = after.get().pages().get(number - 1);
        List<String> was = before.pages().get(number - 1);
        for (int i = 0; i < was.size(); i++) {
            String says = i < is.size() ? is.get(i) : "nothing more";
            if (!says.equals(was.get(i))) {
                int at = Clipped.parting(says, was.get(i));
                return Optional.of(new Named("page " + number + ", line " + (i + 1) + " (" + bytes + ")",
                        Clipped.around(says, at), Clipped.around(was.get(i), at)));
            }
        }
        return Optional.empty();
    }

    @Override
    public Named damaged(byte[] is, int from, int to) {
        String stretch = "bytes " + from + " to " + (to - 1);
        return new Named(contents(is).map(contents -> contents.part(from)
                + (contents.part(from).equals(contents.part(to - 1L)) ? "" : " to " + contents.part(to - 1L)) + ", "
                + stretch).orElse(stretch), "", "");
    }
}
