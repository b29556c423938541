package throttlelab.app.bench;

/// Another job that holds one processor, until it is closed.
final class BusyCore implements AutoCloseable {

    private final Thread thread = Thread.ofPlatform().name("busy").daemon(true).unstarted(this::spin);
    private volatile boolean over;
    private volatile long turns;

    /// Begins at once.
    BusyCore() {
        thread.start();
    }

    private void spin() {
        while (!over) {
            turns++;
        }
    }

    /// How far it has counted.
    long turns() {
        return turns;
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
