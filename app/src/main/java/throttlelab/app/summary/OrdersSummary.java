package throttlelab.app.summary;

import throttlelab.app.terminal.Style;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ClosestChoice;
import throttlelab.engine.schedule.OrdersResult;

/// Every order of arrival for a reader at a terminal.
public final class OrdersSummary {

    private final OrdersResult result;
    private final Prompt prompt;
    private final ClosestChoice choice;

    /// A summary of `result`.
    public OrdersSummary(OrdersResult result, Prompt prompt, ClosestChoice choice) {
        this.result = result;
        this.prompt = prompt;
        this.choice = choice;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        Style style = terminal.style();
        if (!result.holds()) {
            page.headline(style.bad("DIFFERENT"), "DIFFERENT", "the order of arrival changed a result, or something was "
                    + "accepted that nobody had asked for.");
        } else if (!result.controlsFail()) {
            page.headline(style.bad("NOT CAUGHT"), "NOT CAUGHT", "a broken policy gave one result, too.");
        } else {
            page.headline(style.good("ONE RESULT"), "ONE RESULT", "the same bits in every order of arrival, under the real "
                    + "policy only.");
        }
        page.gap();
        page.entry("Stages", "attention and experts of layer " + (result.layer() + 1) + ", at token "
                + (choice.position() + 1) + " of prompt " + prompt.id() + ", the closest choice of the prompts (margin "
                + choice.margin() + ")");
        page.entry("Thrown in", "a stale, a foreign and a duplicate contribution in each order");
        page.entry("Time", Numbers.seconds(result.realNanos()) + " for the real policy, both stages; "
                + Numbers.seconds(result.nanos()) + " in all");
        TextTable table = new TextTable("Policy", "stage", "orders", "sums", "sum changed", "log-prob. changed",
                "token changed");
        for (OrdersResult.Tried tried : result.stages()) {
            table.row(tried.policy().id(), tried.stage().id(), Numbers.count(tried.tried()),
                    Numbers.count(tried.distinct()), Numbers.count(tried.bits()), Numbers.count(tried.logprob()),
                    Numbers.count(tried.token()));
        }
        page.table(table);
        page.gap();
        page.paragraph("Compared with the real policy in slot order. Only this one stage is combined by a broken policy; a "
                + "changed sum is carried through all later stages to the token.");
    }
}
