package throttlelab.engine.federation;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import throttlelab.engine.UsageException;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.words.Sentence;

/// Workers without threads, in simulated time: wherever the coordinator waits, the next step of a worker is taken, and
/// the clock moves to its moment. At equal times the lower number comes first.
final class SimulatedCrew implements Crew {

    private static final long NEVER = Long.MAX_VALUE;

    private enum State {
        STARTING, COMPUTING, HOLDING
    }

    private static final class Simulated {
        private final WorkerSteps steps;
        private final Queue<StageWork> works = new ArrayDeque<>();
        private State state = State.STARTING;
        private long next = NEVER;

        Simulated(WorkerSteps steps) {
            this.steps = steps;
        }
    }

    private final List<Simulated> workers;
    private final VirtualTime time;
    private final ContributionDesk desk;

    private SimulatedCrew(List<WorkerSteps> workers, VirtualTime time, ContributionDesk desk) {
        this.workers = workers.stream().map(Simulated::new).toList();
        this.time = time;
        this.desk = desk;
    }

    /// @throws UsageException if work has no nominal time, or an order is forced that time alone should make
    static SimulatedCrew of(List<WorkerSteps> workers, Tempo tempo, VirtualTime time, DeliveryOrder order,
            ContributionDesk desk) {
        if (!tempo.slowMotion() || order != DeliveryOrder.AS_THEY_COME) {
            throw new UsageException(Sentence.of("federation.simulated-time-needs-a-nominal"));
        }
        return new SimulatedCrew(workers, time, desk);
    }

    /// Every batch is drained before the next begins, so nobody has work left that would have to be done before.
    @Override
    public void begin(int[] positions) {
        workers.forEach(worker -> worker.steps.begin(positions));
    }

    @Override
    public void hand(int worker, StageWork work) {
        Simulated one = workers.get(worker);
        one.works.add(work);
        if (one.next == NEVER) {
            one.next = time.nanoTime();
        }
    }

    /// Takes the next step of all.
    ///
    /// @throws IllegalStateException if there is none: the coordinator would wait for ever
    @Override
    public void pause(Object waiter) {
        int first = 0;
        for (int number = 1; number < workers.size(); number++) {
            if (workers.get(number).next < workers.get(first).next) {
                first = number;
            }
        }
        Simulated worker = workers.get(first);
        if (worker.next == NEVER) {
            throw new IllegalStateException("the coordinator waits, and no worker has anything to do");
        }
        time.sleepUntil(worker.next);
        try {
            step(worker, time.nanoTime());
        } catch (RuntimeException | Error e) {
            worker.next = NEVER;
            desk.fail(first, worker.works.element().stage(), e);
        }
    }

    private void step(Simulated worker, long now) {
        switch (worker.state) {
            case STARTING -> {
                worker.next = worker.steps.compute(worker.works.element());
                worker.state = State.COMPUTING;
            }
            case COMPUTING -> {
                worker.steps.computed(now);
                worker.state = State.HOLDING;
                hold(worker, now);
            }
            case HOLDING -> hold(worker, now);
        }
    }

    private void hold(Simulated worker, long now) {
        worker.next = worker.steps.holdUntil(now);
        if (worker.next == now) {
            worker.steps.deliver();
            desk.done();
            worker.works.remove();
            worker.state = State.STARTING;
            worker.next = worker.works.isEmpty() ? NEVER : now;
        }
    }

    @Override
    public void stop() {
        // The coordinator's own thread takes all steps: it looks at the desk before each of them.
    }

    @Override
    public void close() {
        // There is no thread to wait for.
    }
}
