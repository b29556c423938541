package throttlelab.engine.report.html;

/// Text as it stands in HTML.
final class Escaped {

    private Escaped() {
    }

    static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String attribute(String text) {
        return text(text).replace("\"", "&quot;");
    }

    /// Data that is to be found again to the byte.
    static String data(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /// The data that [#data(String)] escaped.
    static String undone(String text) {
        return text.replace("&lt;", "<").replace("&amp;", "&");
    }
}
