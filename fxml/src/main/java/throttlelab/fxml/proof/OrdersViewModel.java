package throttlelab.fxml.proof;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import throttlelab.engine.model.Model;
import throttlelab.engine.schedule.ClosestChoice;
import throttlelab.engine.schedule.EveryOrder;
import throttlelab.engine.schedule.OrdersResult;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Texts;

/// Every order of arrival, through a real stage.
public final class OrdersViewModel {

    private static final int PROMPTS = 10;
    private static final int TOKENS = 12;

    private final LabViewModel lab;
    private final int step;
    private final ProofTaskViewModel task;
    private final ReadOnlyObjectWrapper<List<OrdersRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ProofSentence> sentence = new ReadOnlyObjectWrapper<>();

    /// @param step 1 tries every order, n only every n-th, for tests
    OrdersViewModel(LabViewModel lab, int step) {
        this.lab = lab;
        this.step = step;
        this.task = new ProofTaskViewModel(lab, "orders");
    }

    /// Tries them all.
    public void run() {
        Model model = lab.model();
        List<String> prompts = lab.setup().prompts().stream().filter(item -> !item.typed()).limit(PROMPTS)
                .map(PromptItem::text)
                .toList();
        task.run(gauge -> {
            List<int[]> ids = prompts.stream().map(model.tokenizer()::encodePrompt).toList();
            ClosestChoice choice = ClosestChoice.among(model, ids, TOKENS);
            EveryOrder every = new EveryOrder(model, choice.tokens(), model.config().layers() - 1, step, gauge::stopped);
            gauge.count(every.total(), every::done);
            return every.run();
        }, this::show);
    }

    private void show(OrdersResult result) {
        rows.set(result.stages().stream().map(OrdersViewModel::row).toList());
        ProofOutcome outcome = !result.holds() || result.complete() && !result.controlsFail() ? ProofOutcome.FAILS
                : result.complete() ? ProofOutcome.HOLDS : ProofOutcome.INCOMPLETE;
        List<String> facts = new ArrayList<>();
        facts.add(Texts.get("proof.orders.fact.stage", result.layer() + 1));
        facts.add(Texts.get("proof.orders.fact.time", seconds(result.realNanos()), seconds(result.nanos())));
        sentence.set(new ProofSentence(outcome, Texts.get("proof.orders.sentence." + (!result.holds() ? "differs"
                : outcome == ProofOutcome.FAILS ? "uncaught" : outcome.id())), facts));
    }

    private static OrdersRow row(OrdersResult.Tried tried) {
        return new OrdersRow(tried.policy().id(), tried.stage().id(), count(tried.tried()), count(tried.distinct()),
                count(tried.bits()), count(tried.logprob()), count(tried.token()), tried.policy().broken());
    }

    static String count(long count) {
        return Texts.number("%,d", count);
    }

    static String seconds(long nanos) {
        return Texts.number("%.1f", nanos / 1e9);
    }

    /// Its run.
    public ProofTaskViewModel task() {
        return task;
    }

    /// What each stage gave under each policy; empty before the first run.
    public ReadOnlyObjectProperty<List<OrdersRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What it came to; `null` before the first run.
    public ReadOnlyObjectProperty<ProofSentence> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
