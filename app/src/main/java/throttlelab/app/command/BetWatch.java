package throttlelab.app.command;

import java.util.Locale;
import java.util.Optional;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.ProgressLine;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.bet.BetListener;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetProgress;
import throttlelab.engine.bet.PlannedRun;
import throttlelab.engine.bet.ProfileRun;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;

/// Shows how far a bet has come. It notes the newest state and lets the painter look at it when it likes.
final class BetWatch implements BetListener, AutoCloseable {

    private final Terminal terminal;
    private final int width;
    private final Painter painter;
    private volatile BetProgress newest;

    BetWatch(Terminal terminal, BetPlan plan) {
        this.terminal = terminal;
        this.width = plan.runs().stream().mapToInt(run -> run.name().length()).max().orElse(0);
        this.painter = new Painter(terminal, () -> Optional.ofNullable(newest).map(this::line));
    }

    @Override
    public void onWarmUp() {
        painter.write(() -> terminal.live("Warming up"));
    }

    @Override
    public void onRunBegun(PlannedRun run, BetProgress progress) {
        newest = progress;
    }

    @Override
    public void onToken(BetProgress progress) {
        newest = progress;
    }

    @Override
    public void onRunEnded(ProfileRun run, Comparison comparison, BetProgress progress) {
        newest = progress;
        if (run.complete()) {
            double seconds = run.report().wallNanos() / 1e9;
            String line = String.format(Locale.ROOT, "Profile %s took %.2f s: %s", run.name(), seconds,
                    progress.runIndex() == 0 ? "the others are compared with it" : said(comparison.totals()));
            painter.write(() -> terminal.note(line));
        }
    }

    private static String said(Totals totals) {
        return totals.tokenDivergences() == 0 && totals.logprobDivergences() == 0 ? "the same as none, to the last bit"
                : totals.tokenDivergences() + " tokens and " + totals.logprobDivergences()
                        + " log-probabilities differ from none";
    }

    private ProgressLine line(BetProgress progress) {
        Totals soFar = progress.soFar();
        long different = Math.max(soFar.tokenDivergences(), soFar.logprobDivergences());
        return new ProgressLine(progress.run() + " ".repeat(width + 1 - progress.run().length()) + (progress.runIndex() + 1) + "/" + progress.runs(),
                progress.tokensDone(), progress.tokensTotal(), "tokens", progress.left(),
                different == 0 ? "" : different + " differ");
    }

    @Override
    public void close() {
        painter.close();
    }
}
