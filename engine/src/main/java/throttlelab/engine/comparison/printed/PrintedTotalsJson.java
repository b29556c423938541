package throttlelab.engine.comparison.printed;

import tools.jackson.core.JsonGenerator;

/// Totals of printed answers as JSON, for programs.
public final class PrintedTotalsJson {

    private PrintedTotalsJson() {
    }

    /// Writes `comparisons`, `token_divergences`, `logprob_divergences`, `one_sided`, `unprinted`, `consequences`,
    /// `missing` and `farthest` into the object that is open.
    public static void totals(JsonGenerator json, PrintedTotals totals) {
        json.writeNumberProperty("comparisons", totals.comparisons());
        json.writeNumberProperty("token_divergences", totals.tokenDivergences());
        json.writeNumberProperty("logprob_divergences", totals.logprobDivergences());
        json.writeNumberProperty("one_sided", totals.oneSided());
        json.writeNumberProperty("unprinted", totals.unprinted());
        json.writeNumberProperty("consequences", totals.consequences());
        json.writeNumberProperty("missing", totals.missing());
        json.writeNumberProperty("farthest", totals.farthest());
    }
}
