package throttlelab.app.terminal;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Writes on a thread of its own, so that a slow terminal never delays what it shows: a bar on a terminal, drawn anew
/// ten times a second, and elsewhere a line for every tenth that is done.
public final class Painter implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 100;
    private static final int STEPS = 10;

    private final Terminal terminal;
    private final Supplier<Optional<ProgressLine>> newest;
    private final BlockingQueue<Runnable> writes = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closing;
    private long step;

    /// @param newest gives the newest state, quickly; asked on the painter's thread
    public Painter(Terminal terminal, Supplier<Optional<ProgressLine>> newest) {
        this.terminal = terminal;
        this.newest = newest;
        thread = Thread.ofPlatform().name("painter").daemon(true).start(this::paint);
    }

    /// Has something written soon, in the order of the calls; returns at once.
    public void write(Runnable writing) {
        writes.add(writing);
    }

    private void paint() {
        try {
            while (!closing) {
                Runnable writing = writes.poll(INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                if (writing != null) {
                    writing.run();
                }
                if (writes.isEmpty()) {
                    newest.get().ifPresent(this::show);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the painter", e);
        }
    }

    private void show(ProgressLine line) {
        if (terminal.interactive()) {
            terminal.live(line.bar(terminal.width(), terminal.canShow("█░")));
        } else if (line.done() * STEPS / line.total() > step) {
            step = line.done() * STEPS / line.total();
            terminal.note(line.plain());
        }
    }

    /// Writes what is still to be written, removes the bar, and ends the thread.
    @Override
    public void close() {
        closing = true;
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        for (Runnable writing = writes.poll(); writing != null; writing = writes.poll()) {
            writing.run();
        }
        if (!terminal.interactive()) {
            newest.get().ifPresent(this::show);
        }
        terminal.live("");
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
