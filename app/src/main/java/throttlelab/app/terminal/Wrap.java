package throttlelab.app.terminal;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines.
public final class Wrap {

    private Wrap() {
    }

    /// `text` in lines of at most `width` columns, broken at spaces; a word that is longer keeps a line for itself.
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// `text` in lines of at most `width` columns, the first begun with `first`, the others indented as far.
    public static String hanging(String first, String text, int width) {
        String indent = " ".repeat(first.length());
        return first + String.join("\n" + indent, lines(text, width - first.length()));
    }

    /// `text`, cut to at most `width` columns.
    public static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
