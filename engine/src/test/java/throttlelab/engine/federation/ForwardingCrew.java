package throttlelab.engine.federation;

/// Another crew, for tests that change one thing about it.
class ForwardingCrew implements Crew {

    private final Crew crew;

    ForwardingCrew(Crew crew) {
        this.crew = crew;
    }

    @Override
    public void begin(int[] positions) {
        crew.begin(positions);
    }

    @Override
    public void hand(int worker, StageWork work) {
        crew.hand(worker, work);
    }

    @Override
    public void keep(PastStage stage) {
        crew.keep(stage);
    }

    @Override
    public void end() {
        crew.end();
    }

    @Override
    public void kill(int worker) {
        crew.kill(worker);
    }

    @Override
    public void revive(int worker) {
        crew.revive(worker);
    }

    @Override
    public WorkerLife life(int worker) {
        return crew.life(worker);
    }

    @Override
    public boolean heldBack(int worker) {
        return crew.heldBack(worker);
    }

    @Override
    public boolean behind(int worker) {
        return crew.behind(worker);
    }

    @Override
    public void pause(Object waiter) {
        crew.pause(waiter);
    }

    @Override
    public void stop() {
        crew.stop();
    }

    @Override
    public void close() {
        crew.close();
    }
}
