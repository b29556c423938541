package throttlelab.fxml.control;

/// What a colour of the theme is for, where something is painted and not styled.
public enum Ink {

    /// Text and strong lines.
    TEXT,

    /// Text of less weight.
    QUIET,

    /// Borders and grids.
    LINE,

    /// The ground of a panel.
    PANEL,

    /// The ground behind the panels; inside a panel, that of a hollow.
    WINDOW,

    /// What is closed, or has been shut out.
    GATE,

    /// What has the focus or is chosen.
    FOCUS,

    /// What is equal to the bit.
    STRICT,

    /// The ground below it.
    STRICT_BACK,

    /// Equal tokens with other bits.
    LENIENT,

    /// The ground below them.
    LENIENT_BACK,

    /// Different tokens.
    CATASTROPHIC,

    /// The ground below them.
    CATASTROPHIC_BACK,

    /// What is missing, or was not measured.
    VOID,

    /// The ground below it.
    VOID_BACK
}
