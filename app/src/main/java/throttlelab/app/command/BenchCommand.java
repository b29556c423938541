package throttlelab.app.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Benchmark;
import throttlelab.app.host.Host;
import throttlelab.app.summary.BenchJson;
import throttlelab.app.summary.BenchSummary;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Tempo;

/// Measures how fast it is on this machine.
@Command(name = "bench", description = {
        "Measures on this machine: loading the model, tokens a second in a batch and in one stream, prefill, the cost of "
                + "content addresses, checksums and audit log, the cost of a stage at the barrier, memory.",
        "Says the median, the least and the most of --repeat runs, after one that is not counted. Close other programs "
                + "first."})
final class BenchCommand extends HostedCommand {

    @Mixin
    private ModelOption model;
    @Mixin
    private PromptsOption prompts;
    @Mixin
    private TokensOption tokens;
    @Option(names = "--partition", paramLabel = "PARTITION", order = 31,
            converter = SettingsOptions.PartitionConverter.class, defaultValue = "sliced",
            description = "How the model is divided: sliced, pipeline, experts. Default: ${DEFAULT-VALUE}.")
    private PartitionKind partition;
    @Option(names = "--workers", paramLabel = "N", order = 32, defaultValue = "8",
            description = "How many workers: 1, 2, 4 or 8. Default: ${DEFAULT-VALUE}.")
    private int workers;
    @Mixin
    private BatchOption batch;
    @Option(names = "--repeat", paramLabel = "N", order = 35, defaultValue = "3",
            description = "How many runs of each measurement count. Default: ${DEFAULT-VALUE}.")
    private int repeat;
    @Option(names = "--bet", order = 36, description = "Time the whole bet as well.")
    private boolean bet;

    BenchCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (repeat < 1) {
            throw new UsageException("A measurement needs at least one run, not " + repeat + ": give --repeat 1 or more.");
        }
        if (tokens.count() < 2) {
            throw new UsageException("The speed of generation shows from the second token on: give --tokens 2 or more.");
        }
        List<Prompt> texts = prompts.read(folders());
        Optional<Criteria> criteria = bet ? Optional.of(Samples.criteria(folders())) : Optional.empty();
        json().check();
        BenchPlan plan = new BenchPlan(model.folder(folders()), texts, tokens.count(), batch.size(),
                new FederationSettings(partition, workers, CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL), repeat, criteria);
        BenchResult result = measure(plan);
        json().write(members -> BenchJson.write(members, result));
        new BenchSummary(result).print(terminal());
        return ExitCode.OK;
    }

    private BenchResult measure(BenchPlan plan) throws InterruptedException {
        try {
            return new Benchmark(plan, host().stop(), this::progress).measure();
        } finally {
            terminal().live("");
        }
    }

    private void progress(String what) {
        if (terminal().interactive()) {
            terminal().live("Measuring: " + what);
        } else {
            terminal().note("Measuring: " + what);
        }
    }
}
