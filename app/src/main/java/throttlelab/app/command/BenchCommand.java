package throttlelab.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Benchmark;
import throttlelab.app.bench.WindowBenchmark;
import throttlelab.app.bench.WindowResult;
import throttlelab.app.host.Host;
import throttlelab.app.summary.BenchJson;
import throttlelab.app.summary.BenchSummary;
import throttlelab.app.summary.EarlierBench;
import throttlelab.app.summary.WindowBenchJson;
import throttlelab.app.summary.WindowBenchSummary;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Tempo;

/// Measures how fast it is on this machine.
@Command(name = "bench", description = {
        "Measures on this machine: loading the model, the start of the program, tokens a second in a batch and in one "
                + "stream, prefill, what content addresses, checksums, audit log and slot order cost, the cost of a stage at "
                + "the barrier, the wall time under steady against its critical path, what is reached of the machine's "
                + "peak rate and memory bandwidth, the speed beside another job, memory.",
        "Says the median, the least and the most of --repeat runs, after one that is not counted; what is compared in "
                + "turns has ten at least. Close other programs first."})
final class BenchCommand extends HostedCommand {

    private static final Set<String> WITH_WINDOW = Set.of("--window", "--tokens", "--repeat", "--json");

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
    @Option(names = "--curves", order = 37, description = "Measure along 1 to 8 workers, batches of 1 to 256 and contexts of "
            + "32 to 512 as well; takes several minutes.")
    private boolean curves;
    @Option(names = "--against", paramLabel = "FILE", order = 38,
            description = "Show the ratio to what an earlier bench wrote with --json, of another version or machine.")
    private Path against;
    @Option(names = "--window", order = 39, description = "Measure the window instead, on the present screen: what it costs "
            + "a run, frames a second, processor time at rest. Takes --tokens, --repeat and --json.")
    private boolean window;
    @Spec
    private CommandSpec spec;

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
        if (window) {
            return measureWindow();
        }
        List<Prompt> texts = prompts.read(folders());
        Optional<Criteria> criteria = bet ? Optional.of(Samples.criteria(folders())) : Optional.empty();
        Optional<EarlierBench> earlier = Optional.ofNullable(against).map(EarlierBench::read);
        json().check();
        BenchPlan plan = new BenchPlan(model.folder(folders()), texts, tokens.count(), batch.size(),
                new FederationSettings(partition, workers, CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL), repeat, criteria,
                curves);
        BenchResult result = measure(plan);
        json().write(members -> BenchJson.write(members, result));
        new BenchSummary(result).print(terminal());
        earlier.ifPresent(other -> other.print(terminal(), result));
        return ExitCode.OK;
    }

    private BenchResult measure(BenchPlan plan) throws InterruptedException {
        try {
            return new Benchmark(plan, host().stop(), this::progress).measure();
        } finally {
            terminal().live("");
        }
    }

    private int measureWindow() throws InterruptedException {
        refuseWhatTheWindowLacks();
        if (!host().screen().getAsBoolean()) {
            throw new UsageException("There is no screen here, so the window cannot be measured: have DISPLAY name one, "
                    + "a virtual one such as Xvfb will do, or leave out --window.");
        }
        json().check();
        WindowResult result = measure(new WindowBenchmark(folders(), host().log(), tokens.count(), repeat, host().stop(),
                this::progress));
        json().write(members -> WindowBenchJson.write(members, result));
        new WindowBenchSummary(result).print(terminal());
        return ExitCode.OK;
    }

    private WindowResult measure(WindowBenchmark benchmark) throws InterruptedException {
        try {
            return benchmark.measure();
        } finally {
            terminal().live("");
        }
    }

    private void refuseWhatTheWindowLacks() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!WITH_WINDOW.contains(option.longestName())) {
                throw new UsageException("The window is measured with what it opens with, so " + option.longestName()
                        + " says nothing beside --window: leave one of them out.");
            }
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
