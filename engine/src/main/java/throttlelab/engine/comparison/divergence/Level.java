package throttlelab.engine.comparison.divergence;

/// What a step of a [DivergencePath] names, from the outermost to the innermost.
public enum Level {

    /// A prompt.
    PROMPT,

    /// A token after it.
    TOKEN,

    /// A forward pass.
    STEP,

    /// A layer, or the output head.
    LAYER,

    /// A stage of it.
    STAGE,

    /// A worker.
    WORKER,

    /// What it delivered.
    CONTRIBUTION
}
