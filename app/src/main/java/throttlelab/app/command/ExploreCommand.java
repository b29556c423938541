package throttlelab.app.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import throttlelab.app.host.Host;
import throttlelab.app.summary.ExploreJson;
import throttlelab.app.summary.ExploreSummary;
import throttlelab.app.summary.OrdersJson;
import throttlelab.app.summary.OrdersSummary;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.ProgressLine;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ClosestChoice;
import throttlelab.engine.schedule.EveryOrder;
import throttlelab.engine.schedule.ExploreResult;
import throttlelab.engine.schedule.Explorer;
import throttlelab.engine.schedule.OrdersResult;

/// Searches schedules for one that changes the answer.
@Command(name = "explore", description = {
        "Searches throttle profiles in simulated time for one that changes the answer: seeded random, bursty and "
                + "adversarial ones, each compared with none, to the last bit. Profile number n has the seed --seed + n; a "
                + "failure comes again with --runs 1 and its seed alone.",
        "With --orders: all 40,320 orders of arrival through the attention and the experts of one layer, each with a "
                + "stale, a foreign and a duplicate contribution thrown in, under the real and under every broken policy.",
        "A broken policy is to be caught: the search ends at the first failure and shrinks it to the smallest slowdown "
                + "that still changes a bit (arrival-order) or a token (the others)."},
        exitCodeList = {"0:it holds: one answer for each prompt; a broken policy was caught",
                "1:a broken policy was not caught", "2:a divergence under the real policy", "3:not all of it was run",
                "64:what was asked for does not fit together", "65:something cannot be read",
                "70:a run, or writing its results, failed", "130:stopped by Ctrl-C"})
final class ExploreCommand extends HostedCommand {

    private static final int PROMPTS = 10;
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
    @Option(names = "--tokens", paramLabel = "N", order = 23, defaultValue = "12",
            description = "How many tokens after each prompt. Default: ${DEFAULT-VALUE}.")
    private int tokens;
    @Option(names = "--prompts", paramLabel = "N", order = 24, defaultValue = "" + PROMPTS,
            description = "The first N of the prompts that come with the program. Default: ${DEFAULT-VALUE}.")
    private int prompts;
    @Option(names = "--orders", order = 30, description = "Try every order of arrival at one layer instead.")
    private boolean orders;
    @Option(names = "--layer", paramLabel = "N", order = 31, description = "For --orders: which layer, from 1. Default: "
            + "the last, where there is least to carry a changed sum through.")
    private Integer layer;
    @Spec
    private CommandSpec spec;

    ExploreCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        refuseWhatDoesNotFit();
        json().check();
        List<Prompt> texts = PromptsOption.shipped(folders(), prompts);
        Model loaded = model.load(folders(), terminal());
        List<int[]> ids = texts.stream().map(prompt -> loaded.tokenizer().encodePrompt(prompt.text())).toList();
        return orders ? orders(loaded, texts, ids) : search(loaded, texts, ids);
    }

    private void refuseWhatDoesNotFit() {
        List<String> given = spec.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName)
                .toList();
        if (orders) {
            given.stream().filter(OF_SEARCH::contains).findFirst().ifPresent(name -> {
                throw new UsageException(name + " says nothing beside --orders: leave one of them out.");
            });
        } else if (layer != null) {
            throw new UsageException("--layer says something only beside --orders: add that, or leave it out.");
        }
        if (tokens < 1 || runs < 1) {
            throw new UsageException("A search needs at least one run, one prompt and one token: give --runs and --tokens "
                    + "1 or more.");
        }
    }

    private int search(Model loaded, List<Prompt> texts, List<int[]> ids) throws InterruptedException {
        Explorer explorer = new Explorer(loaded, ids, tokens, policy, seed, runs, host().stop()::raised);
        ExploreResult result;
        try (Painter _ = new Painter(terminal(), () -> Optional.of(new ProgressLine("Exploring", explorer.done(), runs,
                "profiles", Optional.empty(), explorer.shrinking() ? "shrinking a failure"
                        : explorer.different() == 0 ? "" : explorer.different() + " streams differ")))) {
            result = explorer.run();
        }
        json().write(members -> ExploreJson.write(members, loaded, texts, result));
        new ExploreSummary(result, texts).print(terminal());
        if (result.policy().broken()) {
            return result.failure().isPresent() ? ExitCode.OK : ExitCode.LENIENT;
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
        ClosestChoice choice = ClosestChoice.among(loaded, ids, Math.max(2, tokens));
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
}
