package throttlelab.engine.comparison.divergence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.DeliveryOrder;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.ForwardingKernels;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.numerics.Rows;
import throttlelab.engine.recording.AuditFiles;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Real federations of a small model, whose arrivals are forced and whose workers may lie.
final class TestRuns {

    static final int TOKENS = 6;

    private final Model model;
    private final Path folder;

    /// A worker that changes what it delivers to one stage; its checksum is valid over that.
    static final class Liar extends ForwardingKernels implements StageObserver {

        private final int worker;
        private final StageId stage;
        private final int row;
        private final float lie;
        private final ThreadLocal<Boolean> lying = ThreadLocal.withInitial(() -> false);

        /// @param row of the batch, in a head stage; elsewhere the lie spreads
        Liar(int worker, StageId stage, int row, float lie) {
            this.worker = worker;
            this.stage = stage;
            this.row = row;
            this.lie = lie;
        }

        @Override
        public void computing(StageId at, int number, int slot, long now) {
            lying.set(number == worker && at.equals(stage));
        }

        @Override
        public void matmul(PackedMatrix w, Rows x, Rows y) {
            super.matmul(w, x, y);
            if (lying.get()) {
                y.data()[y.offset(Math.min(row, y.count() - 1))] += lie;
            }
        }
    }

    TestRuns(Model model, Path folder) {
        this.model = model;
        this.folder = folder;
    }

    static FederationSettings settings(PartitionKind partition, int workers, CombinePolicy policy) {
        return new FederationSettings(partition, workers, policy, Tempo.FULL);
    }

    static FederationOptions forced(DeliveryOrder order) {
        return FederationOptions.DEFAULT.withOrder(order);
    }

    static FederationOptions lied(Liar liar) {
        return FederationOptions.DEFAULT.withKernels(liar).withObserver(liar);
    }

    /// Prompts of random tokens, of many lengths.
    List<RecordedPrompt> prompts(int count) {
        SplittableRandom random = new SplittableRandom(45);
        List<RecordedPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            prompts.add(new RecordedPrompt(new Prompt("p" + i, "prompt " + i), random.ints(random.nextInt(2, 9), 0,
                    model.config().vocabularySize()).toArray(), Forged.stream(0)));
        }
        return prompts;
    }

    /// A recording of a run, with its log.
    AuditedRecording record(String name, FederationSettings settings, FederationOptions options,
            List<RecordedPrompt> prompts, int batch) {
        RunSetup setup = new RunSetup(ModelIdentity.of(model), Kernels.CONTRACT, settings, batch, TOKENS);
        Recording recording;
        try (AuditFiles files = AuditFiles.open(folder, name)) {
            List<RecordedPrompt> ran = new ArrayList<>();
            FederationReport report = run(setup, prompts, TOKENS, options.withAudit(files), ran);
            recording = new Recording(name, Forged.NOON, setup, name, report, Forged.ENVIRONMENT, ran);
        }
        return new AuditedRecording(recording, Optional.of(AuditedRun.named(folder, recording)));
    }

    /// Runs again with these options instead of the program's own.
    RunAgain again(FederationOptions options) {
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
            public List<RecordedPrompt> run(RunSetup setup, List<RecordedPrompt> prompts, int tokens,
                    AuditSink audit) {
                List<RecordedPrompt> ran = new ArrayList<>();
                TestRuns.this.run(setup, prompts, tokens, options.withAudit(audit), ran);
                return ran;
            }
        };
    }

    private FederationReport run(RunSetup setup, List<RecordedPrompt> prompts, int tokens, FederationOptions options,
            List<RecordedPrompt> ran) {
        try (Federation federation = Federation.open(model, setup.federation(),
                new Throttle(Profiles.NONE, setup.federation().workers()), options)) {
            for (int from = 0; from < prompts.size(); from += setup.batch()) {
                List<RecordedPrompt> batch = prompts.subList(from, Math.min(prompts.size(), from + setup.batch()));
                List<GeneratedStream> streams = federation.run(
                        batch.stream().map(RecordedPrompt::promptTokens).toList(), tokens, RunListener.NONE);
                for (int i = 0; i < batch.size(); i++) {
                    GeneratedStream stream = streams.get(i);
                    ran.add(new RecordedPrompt(batch.get(i).prompt(), batch.get(i).promptTokens(), new TokenStream(
                            stream.tokens(), "", stream.logprobs(), stream.margins())));
                }
            }
            return federation.report();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static StageId stage(long step, int token, int layer, StageKind kind) {
        return new StageId(step, token, layer, kind);
    }

    static AuditedRecording withoutLog(AuditedRecording recording) {
        return new AuditedRecording(recording.recording(), Optional.empty());
    }
}
