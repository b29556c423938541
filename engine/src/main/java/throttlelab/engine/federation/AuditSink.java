package throttlelab.engine.federation;

/// Takes the audit log as it is written, on the coordinator's thread.
@FunctionalInterface
public interface AuditSink {

    /// Keeps nothing: the audit digest is found all the same.
    AuditSink NONE = (stage, lines, length) -> { };

    /// A stage has passed.
    ///
    /// @param stage all that is known of it, with its times
    /// @param lines the timing-free log of it: a line for each contribution that was combined, ASCII; reused after the
    ///         call
    /// @param length how many bytes of `lines` count
    void passed(PassedStage stage, byte[] lines, int length);

    /// A contribution is about to be combined: its numbers are there to be looked at during the call. Comes for each line
    /// of a stage, before [#passed(PassedStage, byte[], int)].
    default void combined(StageId stage, int slot, Contribution contribution) {
    }

    /// A contribution was refused. It belongs to the timed part: whether one comes late is a matter of time.
    default void refused(RefusedContribution refusal) {
    }
}
