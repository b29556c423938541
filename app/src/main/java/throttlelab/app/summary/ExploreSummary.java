package throttlelab.app.summary;

import java.util.List;
import java.util.Locale;
import throttlelab.app.terminal.Style;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ExploreResult;
import throttlelab.engine.schedule.Slowdown;

/// A seeded search for a reader at a terminal.
public final class ExploreSummary {

    private final ExploreResult result;
    private final List<Prompt> prompts;

    /// A summary of `result`.
    public ExploreSummary(ExploreResult result, List<Prompt> prompts) {
        this.result = result;
        this.prompts = prompts;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        Style style = terminal.style();
        boolean caught = result.failure().isPresent();
        boolean same = !caught && result.different() == 0 && result.memory().different() == 0;
        if (same && result.done() < result.runs()) {
            page.headline(style.doubtful("STOPPED"), "STOPPED", "no difference so far, but not all profiles were run.");
        } else if (result.policy().broken()) {
            page.headline(caught ? style.good("CAUGHT") : style.bad("NOT CAUGHT"), caught ? "CAUGHT" : "NOT CAUGHT",
                    "the broken policy " + result.policy().id() + (caught ? " lets speed change the answer."
                            : " gave the same answers under all profiles."));
        } else if (same) {
            page.headline(style.good("ONE OUTPUT"), "ONE OUTPUT", "each prompt gave the same tokens and the same "
                    + "log-probability bits, however slow the workers were.");
        } else {
            page.headline(style.bad("DIFFERENT"), "DIFFERENT", "some profile changed the answer.");
        }
        page.gap();
        page.entry("Compared", Numbers.count(result.streams()) + " streams of " + Numbers.count(result.tokens(), "token")
                + ": " + Numbers.count(result.done(), "profile") + (result.done() < result.runs() ? " of "
                        + Numbers.count(result.runs()) : "") + " × " + Numbers.count(result.prompts(), "prompt")
                + ", each with none, under " + result.policy().id() + "; " + Numbers.count(result.different())
                + " different");
        page.entry("Outputs", "at most " + Numbers.count(result.uniqueOutputs()) + " for any one prompt (unique_outputs)");
        page.entry("Orders", result.ordersSeen() == 0 && result.policy().broken() ? "no barrier waits for all"
                : String.format(Locale.ROOT, "%,d of %,d orders of arrival seen (%.1f %%) at %,d stages",
                        result.ordersSeen(), result.orders(), 100.0 * result.ordersSeen() / result.orders(),
                        result.stages()));
        page.entry("Time", String.format(Locale.ROOT, "%,.0f s simulated in %s: %,.0f × real time; besides, %,.1f hours in "
                + "profiles with a stall", result.simulatedNanos() / 1e9, Numbers.seconds(result.nanos()), result.rate(),
                result.stallNanos() / 3.6e12));
        if (result.memory().hits() > 0) {
            page.entry("Remembered", Numbers.count(result.memory().hits()) + " contributions by content address; "
                    + Numbers.count(result.memory().recomputed()) + " of them computed again and compared, "
                    + Numbers.count(result.memory().different()) + " different");
        }
        result.failure().ifPresent(failure -> failure(page, failure));
    }

    private void failure(Page page, ExploreResult.Failure failure) {
        page.gap();
        page.entry("Failure", "profile " + failure.profile() + ", prompt " + prompts.get(failure.prompt()).id() + ", token "
                + (failure.position() + 1) + ": " + failure.token() + " (" + failure.logprob() + "), not "
                + failure.expectedToken() + " (" + failure.expectedLogprob() + ")");
        page.entry("Again", command(result, failure));
        if (!failure.smallest().isEmpty()) {
            page.list("The smallest slowdown that still does it, out of " + Numbers.count(failure.slowdowns()) + ", found in "
                    + Numbers.count(failure.trials(), "run") + ":",
                    failure.smallest().stream().map(Slowdown::toString).toList());
        }
    }

    static String command(ExploreResult result, ExploreResult.Failure failure) {
        return "explore --runs 1 --seed " + failure.seed() + " --policy " + result.policy().id() + " --tokens "
                + result.tokens() + " --prompts " + result.prompts();
    }
}
