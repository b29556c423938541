package throttlelab.app.bench;

import java.util.Optional;
import java.util.OptionalLong;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;

/// What was measured.
///
/// @param environment the machine
/// @param model the model
/// @param plan what was asked for
/// @param promptTokens tokens of all prompts together
/// @param loadMillis reading, checking, digesting and packing the checkpoint
/// @param batchGeneration new tokens a second in the batch after the first of each stream, unthrottled
/// @param batchWhole new tokens a second in the batch, reading the prompts included
/// @param prefill prompt tokens read a second in the batch
/// @param streamGeneration new tokens a second in one stream after its first
/// @param verifiedMillis the whole batch with content addresses, checksums and audit log
/// @param unverifiedMillis the same without them, in turns with the other
/// @param stageMicros what a stage costs beyond its work with all workers: the median over a run's stages of the time
///         from handing out to the opening of the gate, less the longest compute of a worker and no less than all
///         compute shared by the processors
/// @param stageMicrosAlone the same with one worker: less its compute
/// @param peakBytes the most memory the process has held, where the system tells
/// @param bet the whole bet, if it was asked for
public record BenchResult(Environment environment, ModelIdentity model, BenchPlan plan, long promptTokens,
        Sample loadMillis, Sample batchGeneration, Sample batchWhole, Sample prefill, Sample streamGeneration,
        Sample verifiedMillis, Sample unverifiedMillis, Sample stageMicros, Sample stageMicrosAlone,
        OptionalLong peakBytes, Optional<BetTime> bet) {

    /// How long the whole bet took.
    ///
    /// @param wallMillis reading the prompts included, loading the model not
    /// @param verdict its verdict
    public record BetTime(double wallMillis, Verdict verdict) {
    }

    /// What content addresses, checksums and audit log add to the batch: 0.1 is a tenth. The ratio of the medians, less
    /// one; noise may make it negative.
    public double verificationCost() {
        return verifiedMillis.median() / unverifiedMillis.median() - 1;
    }
}
