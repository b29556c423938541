package throttlelab.fxml.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import throttlelab.engine.TerminalCommand;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.model.Model;
import throttlelab.engine.schedule.ExploreResult;
import throttlelab.engine.schedule.Explorer;
import throttlelab.engine.schedule.Slowdown;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Texts;

/// A seeded search in simulated time for a throttle profile that changes the answer.
public final class SearchViewModel {

    /// No seed failed.
    public static final long NONE = -1;

    private static final int RUNS = 100;
    private static final int PROMPTS = 10;
    private static final int TOKENS = 12;
    private static final int SMALLEST_SHOWN = 3;
    private static final double HUNDRED = 100.0;

    private final LabViewModel lab;
    private final int promptCount;
    private final int tokens;
    private final ProofTaskViewModel task;
    private final IntegerProperty seed = new SimpleIntegerProperty(1);
    private final IntegerProperty runs = new SimpleIntegerProperty(RUNS);
    private final StringProperty policy = new SimpleStringProperty(CombinePolicy.CONTENT_ADDRESSED.id());
    private final ReadOnlyObjectWrapper<ProofSentence> sentence = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper failed = new ReadOnlyLongWrapper(NONE);
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");

    SearchViewModel(LabViewModel lab) {
        this(lab, PROMPTS, TOKENS);
    }

    /// A search of another length, for tests.
    SearchViewModel(LabViewModel lab, int prompts, int tokens) {
        this.lab = lab;
        this.promptCount = prompts;
        this.tokens = tokens;
        this.task = new ProofTaskViewModel(lab, "search");
    }

    /// The policies that can be chosen.
    public List<String> policies() {
        return Arrays.stream(CombinePolicy.values()).map(CombinePolicy::id).toList();
    }

    /// Searches as it is set up.
    public void run() {
        search(seed.get(), runs.get());
    }

    /// Runs the profile of the seed that failed, and no other.
    public void replay() {
        if (failed.get() != NONE) {
            search(failed.get(), 1);
        }
    }

    private void search(long from, int count) {
        Model model = lab.model();
        CombinePolicy chosen = Arrays.stream(CombinePolicy.values()).filter(each -> each.id().equals(policy.get()))
                .findFirst().orElseThrow();
        List<PromptItem> prompts = lab.setup().prompts().stream().filter(item -> !item.typed()).limit(promptCount)
                .toList();
        task.run(gauge -> {
            List<int[]> ids = prompts.stream().map(item -> model.tokenizer().encodePrompt(item.text())).toList();
            Explorer explorer = new Explorer(model, ids, tokens, chosen, from, count, gauge::stopped);
            gauge.count(count, explorer::done);
            return explorer.run();
        }, result -> show(result, prompts));
    }

    private void show(ExploreResult result, List<PromptItem> prompts) {
        boolean caught = result.failure().isPresent();
        boolean broken = result.policy().broken();
        boolean whole = result.done() == result.runs();
        ProofOutcome outcome = broken ? caught ? ProofOutcome.HOLDS : whole ? ProofOutcome.FAILS : ProofOutcome.INCOMPLETE
                : !result.holds() && whole || result.different() > 0 ? ProofOutcome.FAILS
                : whole ? ProofOutcome.HOLDS : ProofOutcome.INCOMPLETE;
        List<String> facts = new ArrayList<>();
        facts.add(Texts.get("proof.search.fact.compared", OrdersViewModel.count(result.streams()), result.done(),
                result.prompts(), result.tokens(), result.policy().id(), OrdersViewModel.count(result.different())));
        facts.add(Texts.get("proof.search.fact.unique", result.uniqueOutputs()));
        facts.add(result.ordersSeen() == 0 ? Texts.get("proof.search.fact.noOrders")
                : Texts.get("proof.search.fact.orders", OrdersViewModel.count(result.ordersSeen()),
                        OrdersViewModel.count(result.orders()), Texts.number("%.1f",
                                HUNDRED * result.ordersSeen() / result.orders()), OrdersViewModel.count(result.stages())));
        facts.add(Texts.get("proof.search.fact.rate", OrdersViewModel.seconds(result.simulatedNanos()),
                OrdersViewModel.seconds(result.nanos()), OrdersViewModel.count(Math.round(result.rate()))));
        result.failure().ifPresent(failure -> failure(facts, failure, prompts));
        sentence.set(new ProofSentence(outcome,
                Texts.get("proof.search.sentence." + (broken ? "broken." : "real.") + outcome.id()), facts));
        failed.set(result.failure().map(ExploreResult.Failure::seed).orElse(NONE));
        command.set(result.failure().map(failure -> TerminalCommand.of("explore --runs 1 --seed " + failure.seed()
                + " --policy " + result.policy().id() + " --tokens " + result.tokens() + " --prompts "
                + result.prompts())).orElse(""));
    }

    private static void failure(List<String> facts, ExploreResult.Failure failure, List<PromptItem> prompts) {
        facts.add(Texts.get("proof.search.fact.failure", Long.toString(failure.seed()), failure.profile(),
                prompts.get(failure.prompt()).id(), failure.position() + 1));
        if (!failure.smallest().isEmpty()) {
            facts.add(Texts.get("proof.search.fact.smallest", OrdersViewModel.count(failure.slowdowns()),
                    failure.smallest().size()));
            failure.smallest().stream().limit(SMALLEST_SHOWN).map(each -> each.words().in(Texts.locale()))
                    .forEach(facts::add);
        }
    }

    /// Its run.
    public ProofTaskViewModel task() {
        return task;
    }

    /// Seed of the first profile.
    public IntegerProperty seedProperty() {
        return seed;
    }

    /// How many profiles.
    public IntegerProperty runsProperty() {
        return runs;
    }

    /// The id of the combine policy.
    public StringProperty policyProperty() {
        return policy;
    }

    /// What it came to; `null` before the first run.
    public ReadOnlyObjectProperty<ProofSentence> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// The seed whose profile changed the answer; [#NONE] if there is none.
    public ReadOnlyLongProperty failedProperty() {
        return failed.getReadOnlyProperty();
    }

    /// The command that runs the failure again; empty if there is none.
    public ReadOnlyStringProperty commandProperty() {
        return command.getReadOnlyProperty();
    }
}
