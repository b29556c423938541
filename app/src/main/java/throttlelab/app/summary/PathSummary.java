package throttlelab.app.summary;

import java.util.Locale;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.divergence.Source;

/// Where two runs part, down to who, for a reader at a terminal.
public final class PathSummary {

    private final LocatedPair located;

    /// @param located where they part
    public PathSummary(LocatedPair located) {
        this.located = located;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        DivergencePath path = located.path();
        page.heading("Where " + located.pair().expected().id() + " (A) and " + located.pair().actual().id()
                + " (B) part" + found(path));
        path.steps().forEach(step -> page.entry(step.level().name().toLowerCase(Locale.ROOT),
                step.value() + ": " + step.sentence()));
        path.remarks().forEach(remark -> page.entry("", remark));
    }

    private static String found(DivergencePath path) {
        Source deepest = path.steps().isEmpty() ? Source.STREAMS : path.steps().getLast().source();
        return switch (deepest) {
            case STREAMS -> "";
            case LOG -> ", by their audit logs";
            case RUN_AGAIN -> ", by running again";
        };
    }
}
