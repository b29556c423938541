package throttlelab.engine.throttle;

import java.util.List;

/// A profile that somebody wrote down: factors of the first workers, and of all others.
record TimedProfile(String name, List<TimedFactor> workers, TimedFactor others) implements ThrottleProfile {

    @Override
    public double factor(int worker, int workerCount, long elapsedNanos) {
        return (worker < workers.size() ? workers.get(worker) : others).at(elapsedNanos);
    }

    @Override
    public boolean changing() {
        return others.changing() || workers.stream().anyMatch(TimedFactor::changing);
    }
}
