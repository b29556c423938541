package throttlelab.app.bench;

import java.util.List;
import java.util.stream.IntStream;
import throttlelab.app.host.StopSignal;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;

/// Runs a model as measurements need it.
final class Runs {

    /// One measured run.
    ///
    /// @param allocated bytes that all threads allocated after the first token of each batch
    record Run(FederationReport report, long promptTokens, long newTokens, int streams, long allocated) {

        /// New tokens a second after the first of each stream.
        double generation() {
            return (newTokens - streams) / seconds(report.wallNanos() - report.prefillNanos());
        }

        /// New tokens a second, reading the prompts included.
        double whole() {
            return newTokens / seconds(report.wallNanos());
        }

        /// Prompt tokens read a second.
        double prefill() {
            return promptTokens / seconds(report.prefillNanos());
        }

        /// Bytes allocated for a new token after the first of each stream.
        double allocatedPerToken() {
            return (double) allocated / (newTokens - streams);
        }

        double millis() {
            return report.wallNanos() / 1e6;
        }

        private static double seconds(long nanos) {
            return nanos / 1e9;
        }
    }

    /// What is measured is a run that nothing happens to.
    static final FederationOptions OPTIONS = FederationOptions.DEFAULT.withPatience(Patience.NONE);

    private final Model model;
    private final StopSignal stop;

    Runs(Model model, StopSignal stop) {
        this.model = model;
        this.stop = stop;
    }

    Model model() {
        return model;
    }

    /// These settings, with the real policy or another one.
    static FederationSettings with(FederationSettings settings, CombinePolicy policy) {
        return new FederationSettings(settings.partition(), settings.workers(), policy, settings.tempo());
    }

    /// These settings, with other workers.
    static FederationSettings with(FederationSettings settings, int workers) {
        return new FederationSettings(settings.partition(), workers, settings.policy(), settings.tempo());
    }

    /// All prompts, `batch` at a time.
    Run batches(FederationSettings settings, FederationOptions options, ThrottleProfile profile, List<int[]> prompts,
            int batch, int tokens) throws InterruptedException {
        List<List<int[]>> batches = IntStream.iterate(0, i -> i < prompts.size(), i -> i + batch)
                .mapToObj(i -> prompts.subList(i, Math.min(i + batch, prompts.size()))).toList();
        return run(settings, options, profile, batches, tokens);
    }

    /// Some prompts, one after another, unthrottled.
    Run streams(FederationSettings settings, FederationOptions options, List<int[]> prompts, int tokens)
            throws InterruptedException {
        return run(settings, options, Profiles.NONE,
                prompts.stream().limit(BenchPlan.STREAMS).map(List::of).toList(), tokens);
    }

    private Run run(FederationSettings settings, FederationOptions options, ThrottleProfile profile,
            List<List<int[]>> batches, int tokens) throws InterruptedException {
        refuseIfStopped();
        Throttle throttle = new Throttle(profile, settings.workers());
        long allocated = 0;
        try (Federation federation = Federation.open(model, settings, throttle, options);
                StopSignal.Registration _ = stop.onStop(federation::stop)) {
            for (List<int[]> batch : batches) {
                FirstTokens first = new FirstTokens(batch.size());
                federation.run(batch, tokens, first);
                allocated += Allocated.bytes() - first.allocated;
            }
            refuseIfStopped();
            int streams = batches.stream().mapToInt(List::size).sum();
            return new Run(federation.report(), batches.stream().flatMap(List::stream).mapToLong(p -> p.length).sum(),
                    (long) streams * tokens, streams, allocated);
        }
    }

    /// Notes what has been allocated when all streams of a batch have their first token.
    private static final class FirstTokens implements RunListener {

        private final int streams;
        private int seen;
        private long allocated;

        private FirstTokens(int streams) {
            this.streams = streams;
        }

        @Override
        public void onToken(int sequence, int index, int token, float logprob, float margin) {
            if (index == 0 && ++seen == streams) {
                allocated = Allocated.bytes();
            }
        }
    }

    /// @throws InterruptedException if it was stopped: half a measurement is none
    void refuseIfStopped() throws InterruptedException {
        if (stop.raised()) {
            throw new InterruptedException("stopped");
        }
    }
}
