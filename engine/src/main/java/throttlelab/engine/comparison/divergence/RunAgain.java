package throttlelab.engine.comparison.divergence;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.model.Model;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.replay.Replay;

/// Runs prompts again to get the audit log that a recording lacks.
public interface RunAgain {

    /// Which model runs.
    ModelIdentity model();

    /// The version of the contract on numbers.
    String numerics();

    /// Runs prompts as one run.
    ///
    /// @param prompts whose prompt tokens are run
    /// @param tokens how many tokens to generate after each
    /// @param audit takes the audit log
    /// @return the prompts with their new streams; fewer, or shorter, if it was stopped
    /// @throws InterruptedException if the calling thread is interrupted
    List<RecordedPrompt> run(RunSetup setup, List<RecordedPrompt> prompts, int tokens, AuditSink audit)
            throws InterruptedException;

    /// Runs on this machine, at full speed.
    ///
    /// @param progress is told how many positions a run has done, after each
    /// @param stop is asked before every stage; `true` ends the run
    static RunAgain on(Model model, IntConsumer progress, BooleanSupplier stop) {
        return new RunAgain() {
            @Override
            public ModelIdentity model() {
                return ModelIdentity.of(model);
            }

            @Override
            public String numerics() {
                return Kernels.CONTRACT;
            }

            @Override
            public List<RecordedPrompt> run(RunSetup setup, List<RecordedPrompt> prompts, int tokens, AuditSink audit)
                    throws InterruptedException {
                return Replay.run(model, setup, prompts, tokens, audit, progress, stop);
            }
        };
    }
}
