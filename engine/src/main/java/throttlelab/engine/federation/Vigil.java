package throttlelab.engine.federation;

import java.util.concurrent.TimeUnit;

/// The thread that says when a run stalls, and for whom it waits, and that revives the dead where that is wished. It
/// looks a few times a second; coordinator and workers do nothing for it.
final class Vigil implements AutoCloseable {

    private static final long SHORTEST_LOOK = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long LONGEST_LOOK = TimeUnit.MILLISECONDS.toNanos(250);

    private final Federation federation;
    private final Patience patience;
    private final StageObserver observer;
    private final Thread thread;
    private Stall told;

    /// Begins to look.
    Vigil(Federation federation, Patience patience, StageObserver observer) {
        this.federation = federation;
        this.patience = patience;
        this.observer = observer;
        this.thread = Thread.ofPlatform().name("vigil").daemon(true).start(this::watch);
    }

    private void watch() {
        long shorter = Math.min(patience.stallNanos() == 0 ? Long.MAX_VALUE : patience.stallNanos(),
                patience.reviveNanos() == 0 ? Long.MAX_VALUE : patience.reviveNanos());
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(Math.clamp(shorter / 4, SHORTEST_LOOK, LONGEST_LOOK));
                look();
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void look() {
        Stall stall = federation.stall().orElse(null);
        if (stall == null) {
            told = null;
        } else if (patience.stallNanos() > 0 && stall.nanos() >= patience.stallNanos() && isNews(stall)) {
            told = stall;
            observer.stalled(stall);
        }
        if (patience.reviveNanos() > 0) {
            federation.lives().stream().filter(life -> life.dead()
                            && federation.now() - life.since() >= patience.reviveNanos())
                    .forEach(life -> federation.revive(life.worker()));
        }
    }

    /// That somebody has come meanwhile, or has been revived, is none.
    private boolean isNews(Stall stall) {
        return told == null || !told.isSameStage(stall) || stall.missing().stream().anyMatch(missing ->
                told.missing().stream().noneMatch(before -> before.life().worker() == missing.life().worker()
                        && (before.life().dead() || !missing.life().dead())));
    }

    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
