package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.numerics.Rows;

/// Lets workers die, hang and dawdle at chosen moments of chosen stages, and has them killed and revived: by script,
/// never by luck.
final class FaultScript extends ForwardingKernels implements StageObserver, AutoCloseable {

    /// Where in a worker's stage it happens.
    enum Moment {
        /// Before the work.
        BEFORE,
        /// At the first matrix product of the work.
        INSIDE,
        /// When the work is done, before it is delivered.
        AFTER,
        /// When it has been delivered.
        DELIVERED
    }

    /// What happens.
    enum Kind {
        /// The worker throws.
        THROWS,
        /// Somebody kills it, and it does not notice before it looks.
        KILLED,
        /// It waits for ever; somebody kills it.
        HANGS,
        /// It waits, and does not hear an interrupt; somebody kills it, and it comes to itself at the very end.
        DEAF,
        /// It takes its time.
        DAWDLES
    }

    /// @param micros how long whoever reacts takes to do so: to kill what hangs, to revive what is dead
    record Fault(int worker, StageId stage, Moment moment, Kind kind, int micros) {
    }

    private record Place(int worker, StageId stage, Moment moment) {
    }

    private final Map<Place, Fault> faults = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> delays = new ConcurrentHashMap<>();
    private final ThreadLocal<Place> at = new ThreadLocal<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ScheduledExecutorService helper = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("reviver").daemon(true).unstarted(task));
    final AtomicInteger deaths = new AtomicInteger();
    final List<String> mishaps = new ArrayList<>();
    private volatile Federation federation;

    FaultScript(List<Fault> list) {
        list.forEach(fault -> faults.put(new Place(fault.worker, fault.stage, fault.moment), fault));
    }

    FederationOptions options() {
        return FederationOptions.DEFAULT.withKernels(this).withObserver(this).withPatience(Patience.WATCHED);
    }

    void watch(Federation other) {
        federation = other;
    }

    /// What has not happened.
    List<Fault> left() {
        return List.copyOf(faults.values());
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        happen(new Place(worker, stage, Moment.BEFORE));
        at.set(new Place(worker, stage, Moment.INSIDE));
    }

    @Override
    public void matmul(PackedMatrix w, Rows x, Rows y) {
        inside();
        super.matmul(w, x, y);
    }

    private void inside() {
        Place place = at.get();
        if (place != null) {
            at.remove();
            happen(place);
        }
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long compute, long now, long until) {
        // A worker without a row of its own multiplies nothing.
        inside();
        happen(new Place(worker, stage, Moment.AFTER));
    }

    @Override
    public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
        happen(new Place(worker, stage, Moment.DELIVERED));
    }

    private void happen(Place place) {
        Fault fault = faults.remove(place);
        if (fault == null) {
            return;
        }
        delays.put(place.worker, fault.micros);
        switch (fault.kind) {
            case THROWS -> throw new IllegalStateException("scripted");
            case KILLED -> federation.kill(place.worker);
            case HANGS -> {
                soon(fault.micros, () -> federation.kill(place.worker));
                hang();
            }
            case DEAF -> {
                soon(fault.micros, () -> federation.kill(place.worker));
                awaitEnd();
            }
            case DAWDLES -> dawdle(fault.micros);
        }
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitEnd() {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException e) {
                // It is deaf.
            }
        }
    }

    private static void dawdle(int micros) {
        try {
            TimeUnit.MICROSECONDS.sleep(micros);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void soon(int micros, Runnable reaction) {
        helper.schedule(() -> {
            try {
                reaction.run();
            } catch (Throwable e) {
                synchronized (mishaps) {
                    mishaps.add(e.toString());
                }
            }
        }, micros, TimeUnit.MICROSECONDS);
    }

    @Override
    public void died(WorkerLife life) {
        deaths.incrementAndGet();
        soon(delays.getOrDefault(life.worker(), 0), () -> federation.revive(life.worker()));
    }

    /// The deaf come to themselves, and nobody is killed or revived any more.
    void end() {
        end.countDown();
        helper.close();
    }

    @Override
    public void close() {
        end();
    }
}
