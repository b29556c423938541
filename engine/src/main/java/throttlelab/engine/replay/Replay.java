package throttlelab.engine.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.StageGate;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Runs again what a recording describes: the same prompt tokens under the same partition, workers, policy and batch,
/// unthrottled and at full speed. Under the content-addressed policy the bits are those of the recording; under a broken
/// one they depend on timing, and running again tells nothing.
public final class Replay {

    private final Model model;
    private final RunSetup setup;
    private final AuditSink audit;
    private final IntConsumer progress;
    private final BooleanSupplier stop;

    private Replay(Model model, RunSetup setup, AuditSink audit, IntConsumer progress, BooleanSupplier stop) {
        this.model = model;
        this.setup = setup;
        this.audit = audit;
        this.progress = progress;
        this.stop = stop;
    }

    /// The streams that running `prompts` again gives, and nothing else; all else is as with `all`.
    public static List<RecordedPrompt> run(Model model, RunSetup setup, List<RecordedPrompt> prompts, int tokens,
            AuditSink audit, IntConsumer progress, BooleanSupplier stop) throws InterruptedException {
        return all(model, setup, prompts, tokens, audit, progress, stop).prompts();
    }

    /// Runs prompts again on the calling thread.
    ///
    /// @param setup what the recording says of its run; the tempo is not kept, and `tokens` counts instead of its own
    /// @param prompts whose prompt tokens are run, in batches of the set-up's size; their streams are not looked at
    /// @param tokens how many tokens to generate after each
    /// @param audit takes the audit log, on the calling thread
    /// @param progress is told how many positions are done, after each
    /// @param stop is asked before every stage; `true` ends the run, and what is complete is returned
    /// @throws UsageException if the set-up does not fit the model
    /// @throws InputException if a prompt has a token the model does not know, or is too long for it
    /// @throws RunException if a worker throws
    /// @throws InterruptedException if the calling thread is interrupted
    public static Replayed all(Model model, RunSetup setup, List<RecordedPrompt> prompts, int tokens, AuditSink audit,
            IntConsumer progress, BooleanSupplier stop) throws InterruptedException {
        return new Replay(model, setup, audit, progress, stop).all(prompts, tokens);
    }

    private Replayed all(List<RecordedPrompt> prompts, int tokens) throws InterruptedException {
        FederationSettings as = setup.federation();
        FederationSettings fast = new FederationSettings(as.partition(), as.workers(), as.policy(), Tempo.FULL);
        StopGate gate = new StopGate(stop);
        try (Federation federation = Federation.open(model, fast, new Throttle(Profiles.NONE, as.workers()),
                FederationOptions.DEFAULT.withAudit(audit).withGate(gate).withPatience(Patience.NONE))) {
            gate.federation = federation;
            int[] done = {0};
            RunListener counter = (_, _, _, _, _) -> progress.accept(++done[0]);
            List<RecordedPrompt> replayed = new ArrayList<>();
            for (int from = 0; from < prompts.size() && !federation.stopped() && !stop.getAsBoolean();
                    from += setup.batch()) {
                List<RecordedPrompt> batch = prompts.subList(from, Math.min(from + setup.batch(), prompts.size()));
                List<GeneratedStream> streams =
                        federation.run(batch.stream().map(RecordedPrompt::promptTokens).toList(), tokens, counter);
                for (int i = 0; i < batch.size(); i++) {
                    replayed.add(again(batch.get(i), streams.get(i)));
                }
            }
            return new Replayed(replayed, federation.report());
        }
    }

    private RecordedPrompt again(RecordedPrompt prompt, GeneratedStream stream) {
        return new RecordedPrompt(prompt.prompt(), prompt.promptTokens(), new TokenStream(stream.tokens(),
                model.tokenizer().decode(stream.tokens()), stream.logprobs(), stream.margins()));
    }

    /// Ends the federation between two stages once that is wished for.
    private static final class StopGate implements StageGate {

        private final BooleanSupplier stop;
        private Federation federation;

        StopGate(BooleanSupplier stop) {
            this.stop = stop;
        }

        @Override
        public void before(StageId stage) {
            if (stop.getAsBoolean()) {
                federation.stop();
            }
        }
    }
}
