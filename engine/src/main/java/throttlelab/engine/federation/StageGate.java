package throttlelab.engine.federation;

/// Asked before every stage; may make the coordinator wait: pause and single steps. A wait here lies between stages and
/// changes nothing that is computed.
@FunctionalInterface
public interface StageGate {

    /// Never waits.
    StageGate OPEN = stage -> { };

    /// Called on the coordinator's thread.
    ///
    /// @throws InterruptedException if the thread is interrupted, as a stop does
    void before(StageId stage) throws InterruptedException;
}
