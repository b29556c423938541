package throttlelab.engine.files;

/// Text from a file as it may stand in a sentence: on one line, and not longer than fits there.
public final class OneLine {

    private OneLine() {
    }

    /// `text` with `?` for what would break or steer a line, cut to `most` characters.
    public static String of(String text, int most) {
        String cut = text.length() <= most ? text : text.substring(0, most) + "…";
        return cut.replaceAll("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]", "?");
    }
}
