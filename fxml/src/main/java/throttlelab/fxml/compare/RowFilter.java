package throttlelab.fxml.compare;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import throttlelab.fxml.control.Choice;
import throttlelab.fxml.texts.Texts;

/// Which positions the list shows.
public enum RowFilter {

    /// All of them.
    ALL(EnumSet.allOf(PositionMark.class)),

    /// Whatever is not plainly equal.
    DIFFERENCES(EnumSet.complementOf(EnumSet.of(PositionMark.EQUAL))),

    /// Equal tokens with other bits.
    LOGPROBS(EnumSet.of(PositionMark.LOGPROB));

    private final Set<PositionMark> marks;

    RowFilter(Set<PositionMark> marks) {
        this.marks = marks;
    }

    /// What it lets through.
    public Set<PositionMark> marks() {
        return marks;
    }

    /// What it goes by.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The filter that goes by `id`.
    public static RowFilter of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// It as a choice.
    Choice choice() {
        return new Choice(id(), Texts.get("compare.filter." + id()), Texts.get("compare.filter." + id() + ".tip"));
    }
}
