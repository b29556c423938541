package throttlelab.app.command;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.federation.Stall;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.federation.WorkerLife;

/// Says on the terminal who has died, who is missing, and who is back; on a thread of its own, so that a terminal that
/// takes nothing holds nobody up.
final class FaultNotes implements StageObserver, AutoCloseable {

    private static final double NANOS = 1e9;

    private final Terminal terminal;
    private final Painter painter;
    private final long reviveNanos;
    private final Optional<Victim> victim;
    private final AtomicBoolean spared = new AtomicBoolean(true);

    /// A worker that is to die.
    ///
    /// @param token index of the new token at which, from 0
    record Victim(int worker, int token) {
    }

    /// The end of a victim.
    private static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "as --kill asked";
        }
    }

    /// @param reviveNanos after how long the dead are revived; 0 for never
    FaultNotes(Terminal terminal, long reviveNanos, Optional<Victim> victim) {
        this.terminal = terminal;
        this.painter = new Painter(terminal, Optional::empty);
        this.reviveNanos = reviveNanos;
        this.victim = victim;
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        if (victim.isPresent() && victim.get().worker == worker && victim.get().token == stage.token()
                && spared.getAndSet(false)) {
            throw new Asked();
        }
    }

    @Override
    public void died(WorkerLife life) {
        note("worker-" + life.worker() + (life.cause().isEmpty() ? " was killed" : " died")
                + (life.stage() == null ? "" : " at " + life.stage())
                + (life.cause().isEmpty() ? "" : " (" + life.cause() + ")") + ": the run waits for it. "
                + (reviveNanos > 0 ? "It is revived after " + seconds(reviveNanos) + " s." : "Ctrl-C ends the run."));
    }

    @Override
    public void revived(int worker, long now) {
        note("worker-" + worker + " is revived: it finds its keys and values again and goes on with the same "
                + "contribution.");
    }

    @Override
    public void stalled(Stall stall) {
        note("The run has waited for " + seconds(stall.nanos()) + " s "
                + (stall.stage() == null ? "for the last contributions" : "at " + stall.stage()) + ": "
                + stall.missing().stream().map(FaultNotes::missing).collect(Collectors.joining(", "))
                + ". Ctrl-C ends it.");
    }

    private void note(String text) {
        painter.write(() -> terminal.note(text));
    }

    /// Writes what is still to be written.
    @Override
    public void close() {
        painter.close();
    }

    private static String missing(Stall.Missing missing) {
        return "worker-" + missing.life().worker() + (missing.life().dead() ? " is dead"
                : missing.heldBack() ? " is held back by its throttle" : " has not answered");
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / NANOS).replaceFirst("\\.0$", "");
    }
}
