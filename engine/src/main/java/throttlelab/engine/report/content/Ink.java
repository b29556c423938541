package throttlelab.engine.report.content;

/// What a shape of a drawing is painted with. The inks of data differ in lightness, so that a chart is read in grey and
/// by eyes that tell no colours.
public enum Ink {

    /// Nothing.
    NONE,

    /// The paper.
    PAPER,

    /// A ground a little darker than the paper, under what is set off.
    GROUND,

    /// Letters and axes.
    TEXT,

    /// Letters that stand back.
    MUTED,

    /// Lines of a grid.
    FAINT,

    /// Data: the darkest.
    DARK,

    /// Data: in between.
    MIDDLE,

    /// Data: the lightest.
    LIGHT,

    /// A token that differs.
    ALARM,

    /// Bits that differ.
    NOTICE
}
