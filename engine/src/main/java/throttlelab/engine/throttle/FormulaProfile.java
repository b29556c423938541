package throttlelab.engine.throttle;

/// A profile whose factors do not change over time.
record FormulaProfile(String name, Formula formula) implements ThrottleProfile {

    @FunctionalInterface
    interface Formula {
        double factor(int worker, int workers);
    }

    @Override
    public double factor(int worker, int workers, long elapsedNanos) {
        return formula.factor(worker, workers);
    }
}
