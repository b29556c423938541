package throttlelab.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import throttlelab.app.host.ChildProcesses;
import throttlelab.app.host.Host;
import throttlelab.app.host.StopSignal;
import throttlelab.app.summary.ExploreJson;
import throttlelab.app.summary.ExploreSummary;
import throttlelab.app.summary.MatrixSummary;
import throttlelab.app.summary.OrdersJson;
import throttlelab.app.summary.OrdersSummary;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.ProgressLine;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ClosestChoice;
import throttlelab.engine.schedule.EveryOrder;
import throttlelab.engine.schedule.ExploreResult;
import throttlelab.engine.schedule.Explorer;
import throttlelab.engine.schedule.OrdersResult;
import throttlelab.engine.schedule.matrix.Matrix;
import throttlelab.engine.schedule.matrix.MatrixFile;
import throttlelab.engine.schedule.matrix.MatrixPages;
import throttlelab.engine.schedule.matrix.MatrixResult;

/// Searches schedules for one that changes the answer.
@Command(name = "explore", description = {
        "Searches throttle profiles in simulated time for one that changes the answer: seeded random, bursty and "
                + "adversarial ones, each compared with none, to the last bit. Profile number n has the seed --seed + n; a "
                + "failure comes again with --runs 1 and its seed alone.",
        "With --orders: all 40,320 orders of arrival through the attention and the experts of one layer, each with a "
                + "stale, a foreign and a duplicate contribution thrown in, under the real and under every broken policy.",
        "With --matrix: one table of all that must not change a bit (throttle, order, batch, workers, partition, "
                + "arithmetic, JVM modes in processes of their own, garbage collectors, heaps, JDKs, two runs at once, baselines "
                + "of other machines), written as JSON, HTML and CSV.",
        "A broken policy is to be caught: the search ends at the first failure and shrinks it to the smallest slowdown "
                + "that still changes a bit (arrival-order) or a token (the others)."},
        exitCodeList = {"0:it holds: one answer for each prompt; a broken policy was caught",
                "1:a broken policy was not caught", "2:a divergence under the real policy", "3:not all of it was run",
                "64:what was asked for does not fit together", "65:something cannot be read",
                "70:a run, or writing its results, failed", "130:stopped by Ctrl-C"})
final class ExploreCommand extends HostedCommand {

    private static final int PROMPTS = 10;
    private static final int TOKENS = 12;
    private static final int MATRIX_PROMPTS = 100;
    private static final int MATRIX_TOKENS = 8;
    private static final Set<String> OF_SEARCH = Set.of("--runs", "--seed", "--policy");

    @Mixin
    private ModelOption model;
    @Option(names = "--runs", paramLabel = "N", order = 20, defaultValue = "1000",
            description = "How many profiles. Default: ${DEFAULT-VALUE}.")
    private int runs;
    @Option(names = "--seed", paramLabel = "S", order = 21, defaultValue = "1",
            description = "Seed of the first profile. Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--policy", paramLabel = "POLICY", order = 22, converter = SettingsOptions.PolicyConverter.class,
            defaultValue = "content-addressed", description = "content-addressed (the real one), or one that is to be "
                    + "caught: arrival-order, majority, first-response. Default: ${DEFAULT-VALUE}.")
    private CombinePolicy policy;
    @Option(names = "--tokens", paramLabel = "N", order = 23,
            description = "How many tokens after each prompt. Default: " + TOKENS + "; with --matrix " + MATRIX_TOKENS + ".")
    private Integer tokens;
    @Option(names = "--prompts", paramLabel = "N", order = 24, description = "The first N of the prompts that come with the "
            + "program. Default: " + PROMPTS + "; with --matrix all " + MATRIX_PROMPTS + ".")
    private Integer prompts;
    @Option(names = "--orders", order = 30, description = "Try every order of arrival at one layer instead.")
    private boolean orders;
    @Option(names = "--layer", paramLabel = "N", order = 31, description = "For --orders: which layer, from 1. Default: "
            + "the last, where there is least to carry a changed sum through.")
    private Integer layer;
    @Option(names = "--matrix", order = 40, description = "Make the invariance matrix instead.")
    private boolean matrix;
    @Option(names = "--rows", paramLabel = "LIST", order = 41, split = ",", description = "For --matrix: only these rows, "
            + "by their names.")
    private List<String> rows = List.of();
    @Mixin
    private OutOption out;
    @Spec
    private CommandSpec spec;

    ExploreCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        refuseWhatDoesNotFit();
        json().check();
        List<Prompt> texts = PromptsOption.shipped(folders(), prompts != null ? prompts : matrix ? MATRIX_PROMPTS : PROMPTS);
        Model loaded = model.load(folders(), terminal());
        if (matrix) {
            return matrix(loaded, texts);
        }
        List<int[]> ids = texts.stream().map(prompt -> loaded.tokenizer().encodePrompt(prompt.text())).toList();
        return orders ? orders(loaded, texts, ids) : search(loaded, texts, ids);
    }

    private void refuseWhatDoesNotFit() {
        List<String> given = spec.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName)
                .toList();
        refuse(given, orders, "--orders", OF_SEARCH);
        refuse(given, matrix, "--matrix", OF_SEARCH);
        refuse(given, orders && matrix, "--matrix", Set.of("--orders"));
        require(given, orders, "--orders", Set.of("--layer"));
        require(given, matrix, "--matrix", Set.of("--rows", "--out"));
        if (tokens() < 1 || runs < 1) {
            throw new UsageException("A search needs at least one run, one prompt and one token: give --runs and --tokens "
                    + "1 or more.");
        }
    }

    private static void refuse(List<String> given, boolean mode, String name, Set<String> others) {
        given.stream().filter(option -> mode && others.contains(option)).findFirst().ifPresent(option -> {
            throw new UsageException(option + " says nothing beside " + name + ": leave one of them out.");
        });
    }

    private static void require(List<String> given, boolean mode, String name, Set<String> others) {
        given.stream().filter(option -> !mode && others.contains(option)).findFirst().ifPresent(option -> {
            throw new UsageException(option + " says something only beside " + name + ": add that, or leave it out.");
        });
    }

    private int tokens() {
        return tokens != null ? tokens : matrix ? MATRIX_TOKENS : TOKENS;
    }

    private int search(Model loaded, List<Prompt> texts, List<int[]> ids) throws InterruptedException {
        Explorer explorer = new Explorer(loaded, ids, tokens(), policy, seed, runs, host().stop()::raised);
        ExploreResult result;
        try (Painter _ = new Painter(terminal(), () -> Optional.of(new ProgressLine("Exploring", explorer.done(), runs,
                "profiles", Optional.empty(), explorer.shrinking() ? "shrinking a failure"
                        : explorer.different() == 0 ? "" : explorer.different() + " streams differ")))) {
            result = explorer.run();
        }
        json().write(members -> ExploreJson.write(members, loaded, texts, result));
        new ExploreSummary(result, texts).print(terminal());
        if (result.policy().broken()) {
            return result.failure().isPresent() ? ExitCode.OK : result.done() < runs ? ExitCode.VOID : ExitCode.LENIENT;
        }
        return result.different() > 0 || result.memory().different() > 0 ? ExitCode.CATASTROPHIC
                : result.holds() ? ExitCode.OK : ExitCode.VOID;
    }

    private int orders(Model loaded, List<Prompt> texts, List<int[]> ids) throws InterruptedException {
        int layers = loaded.config().layers();
        int at = layer == null ? layers - 1 : layer - 1;
        if (at < 0 || at >= layers) {
            throw new UsageException(loaded.name() + " has layers 1 to " + layers + ", not " + layer + ".");
        }
        ClosestChoice choice = ClosestChoice.among(loaded, ids, Math.max(2, tokens()));
        EveryOrder every = new EveryOrder(loaded, choice.tokens(), at, 1, host().stop()::raised);
        OrdersResult result;
        try (Painter _ = new Painter(terminal(), () -> Optional.of(new ProgressLine("Orders", every.done(), every.total(),
                "orders", Optional.empty(), "")))) {
            result = every.run();
        }
        json().write(members -> OrdersJson.write(members, loaded, texts.get(choice.prompt()), choice, result));
        new OrdersSummary(result, texts.get(choice.prompt()), choice).print(terminal());
        return !result.holds() ? ExitCode.CATASTROPHIC : !result.complete() ? ExitCode.VOID
                : result.controlsFail() ? ExitCode.OK : ExitCode.LENIENT;
    }

    private int matrix(Model loaded, List<Prompt> texts) throws InterruptedException {
        Path folder = out.folder(folders());
        AtomicLong begun = new AtomicLong();
        AtomicReference<String> now = new AtomicReference<>("");
        Matrix table = new Matrix(loaded, texts, tokens(), Samples.baselines(folders()),
                new ChildProcesses(folders().samples(), model.given() ? Optional.of(model.folder(folders()))
                        : Optional.empty()), Set.copyOf(rows), row -> {
                            now.set(row);
                            begun.incrementAndGet();
                        });
        SafeFiles.requireWritable(folder);
        MatrixResult result;
        try (Painter _ = new Painter(terminal(), () -> Optional.of(new ProgressLine("Matrix", Math.max(0, begun.get() - 2),
                table.rows(), "rows", Optional.empty(), now.get())));
                StopSignal.Registration _ = host().stop().onStop(table::stop)) {
            result = table.run();
        }
        Path file = folder.resolve(MatrixFile.NAME);
        MatrixFile.write(file, result);
        json().file().ifPresent(copy -> MatrixFile.write(copy, result));
        MatrixPages.html(folder.resolve("matrix.html"), result);
        MatrixPages.csv(folder.resolve("matrix.csv"), result);
        new MatrixSummary(result).print(terminal(), file);
        return result.divergences() > 0 ? ExitCode.CATASTROPHIC : result.complete() ? ExitCode.OK : ExitCode.VOID;
    }
}
