package throttlelab.engine.comparison.divergence;

/// What is different where two audit logs part for the first time. Content addresses chain everything that came before,
/// so the first difference names its own reason.
public enum Cause {

    /// The same work, by its address, gave another payload: the checksum differs. The worker computed something else,
    /// or says so.
    OTHER_PAYLOAD,

    /// All contributions are equal, but what the coordinator made of them is not: the next input differs.
    COMBINED_DIFFERENTLY,

    /// A contribution was combined on one side only: the other side's gate opened without it.
    MISSING_CONTRIBUTION,

    /// The stage was asked to continue other tokens.
    OTHER_WORK,

    /// The same input was asked of somebody else: another partition, number of workers, model or contract.
    OTHER_OWNER,

    /// The stages do not line up, or one log ends where the other goes on.
    OTHER_STAGES
}
