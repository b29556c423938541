package throttlelab.engine.live;

import throttlelab.engine.federation.StageGate;
import throttlelab.engine.federation.StageId;

/// Pause, resume and single steps: the coordinator asks before every stage. A pause lies between two stages; the stage
/// that is going on ends first.
public final class RunControl implements StageGate {

    private boolean paused;
    private boolean waiting;
    private long stagesAllowed;
    private int tokenAllowed = -1;
    private int current;
    private long heldNanos;

    /// A control that lets a run go, or holds it before its first stage.
    public RunControl(boolean paused) {
        this.paused = paused;
    }

    @Override
    public synchronized void before(StageId stage) throws InterruptedException {
        current = stage.token();
        long came = System.nanoTime();
        while (paused && stagesAllowed == 0 && stage.token() > tokenAllowed) {
            waiting = true;
            notifyAll();
            wait();
        }
        heldNanos += waiting ? System.nanoTime() - came : 0;
        waiting = false;
        if (paused && stagesAllowed > 0) {
            stagesAllowed--;
        }
    }

    /// Holds the run before its next stage.
    public synchronized void pause() {
        paused = true;
        stagesAllowed = 0;
        tokenAllowed = -1;
    }

    /// Lets the run go on.
    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    /// Pauses, and lets one more stage pass.
    public synchronized void stepStage() {
        paused = true;
        stagesAllowed++;
        notifyAll();
    }

    /// Pauses, and lets the stages pass that lead to one more token: to the end of the token that is under way, if one
    /// is.
    public synchronized void stepToken() {
        paused = true;
        tokenAllowed = current;
        notifyAll();
    }

    /// Whether it has been told to hold.
    public synchronized boolean paused() {
        return paused;
    }

    /// Whether the coordinator stands still before a stage.
    public synchronized boolean waiting() {
        return waiting;
    }

    /// How long the coordinator has stood still before stages that have begun since.
    public synchronized long heldNanos() {
        return heldNanos;
    }
}
