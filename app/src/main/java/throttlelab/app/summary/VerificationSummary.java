package throttlelab.app.summary;

import java.util.List;
import throttlelab.app.terminal.Style;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.report.verify.Finding;
import throttlelab.engine.report.verify.Verification;

/// What verifying a file came to, for a reader at a terminal.
public final class VerificationSummary {

    private final Verification verification;

    /// A summary of `verification`.
    public VerificationSummary(Verification verification) {
        this.verification = verification;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        page.headline(name(terminal.style()), verification.outcome().name(), words());
        page.gap();
        page.entry("File", verification.file() + ", " + verification.kind());
        page.entry("Run again", verification.positions() == 0 ? "nothing: there is no run of this program in it"
                : Numbers.count(verification.replayed()) + " of "
                + Numbers.count(verification.positions(), "position") + (verification.replayed() == 0 ? ""
                        : verification.differences().isEmpty() ? ": the same bits" : ": not the same bits"));
        page.list("What is not as it should be", sentences(verification.findings()));
        page.list("What the replay gives otherwise", sentences(verification.differences()));
        page.list("What could not be checked", verification.unproven());
        page.list("What was checked and holds", verification.checks());
        page.gap();
        page.paragraph("No check can tell whether times and machine are true, nor who sealed it.");
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }

    private String name(Style style) {
        String name = verification.outcome().name();
        return switch (verification.outcome()) {
            case HOLDS -> style.good(name);
            case UNPROVEN -> style.doubtful(name);
            case BROKEN, DIFFERS -> style.bad(name);
        };
    }

    private String words() {
        return switch (verification.outcome()) {
            case HOLDS -> "it is what was written, and run again it gives the same bits.";
            case BROKEN -> "it is not what was written, or contradicts itself.";
            case DIFFERS -> "it is what was written, but run again it gives something else.";
            case UNPROVEN -> verification.replayed() == verification.positions() && verification.replayed() > 0
                    ? "it was run again and gives the same bits, but not all of it could be checked."
                    : verification.replayed() > 0
                    ? "nothing speaks against it, but only a part of it was run again."
                    : verification.positions() == 0 ? "nothing speaks against it, but there was nothing to run again."
                    : "nothing speaks against it, but it was not run again.";
        };
    }
}
