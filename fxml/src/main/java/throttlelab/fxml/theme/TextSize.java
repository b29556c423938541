package throttlelab.fxml.theme;

/// How large text is: as large as a person wants it, and larger in a large window, so that a wall full of window is not
/// a wall full of small print. Up to the usual size of a desktop's window nothing grows.
final class TextSize {

    private static final double BASE_PIXELS = 13;
    /// The window that is filled well by text of the usual size, in em.
    private static final double WIDTH_EMS = 110;
    private static final double HEIGHT_EMS = 70;
    private static final double MOST_GROWTH = 1.5;
    /// Coarse, so that dragging an edge does not style everything anew at each pixel.
    private static final double STEPS = 10;

    /// The window that is filled by a presentation, in em.
    private static final double SHOWN_WIDTH_EMS = 52;
    private static final double SHOWN_HEIGHT_EMS = 35;

    private TextSize() {
    }

    /// Pixels of an em in a presentation: the larger the window, the larger the text, so that it is read from far away.
    ///
    /// @param zoom in per cent
    /// @param width of the window's content, in pixels
    /// @param height of the window's content, in pixels
    static double presented(int zoom, double width, double height) {
        double room = Math.min(width / SHOWN_WIDTH_EMS, height / SHOWN_HEIGHT_EMS);
        return Math.max(BASE_PIXELS, Math.floor(room * 2) / 2 * zoom / Themes.USUAL);
    }

    /// Pixels of an em: more with `zoom`, and never fewer in a larger window.
    ///
    /// @param zoom in per cent
    /// @param width of the window's content, in pixels
    /// @param height of the window's content, in pixels
    static double pixels(int zoom, double width, double height) {
        double wanted = zoom / (double) Themes.USUAL;
        double room = Math.min(width / WIDTH_EMS, height / HEIGHT_EMS) / BASE_PIXELS;
        // Half of what is left over, by ratio, is for text, the other half for more to be seen. Larger text leaves less.
        double left = Math.floor(room * STEPS) / STEPS / Math.max(1, wanted);
        return BASE_PIXELS * wanted * Math.clamp(Math.sqrt(left), 1, MOST_GROWTH);
    }
}
