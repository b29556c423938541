package throttlelab.engine.bet;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.comparison.Totals;

/// Compares tokens with those of the first run as they come, so that a divergence is seen at once.
final class LiveTotals {

    private final List<int[]> tokens = new ArrayList<>();
    private final List<int[]> bits = new ArrayList<>();
    private final boolean[] parted;
    private long comparisons;
    private long tokenDivergences;
    private long logprobDivergences;
    private long consequences;

    LiveTotals(int prompts, int length) {
        this.parted = new boolean[prompts];
        for (int i = 0; i < prompts; i++) {
            tokens.add(new int[length]);
            bits.add(new int[length]);
        }
    }

    /// A token of the reference itself.
    void reference(int prompt, int position, int token, float logprob) {
        tokens.get(prompt)[position] = token;
        bits.get(prompt)[position] = Float.floatToIntBits(logprob);
        comparisons++;
    }

    /// A token of a later run. Positions of a prompt come in order.
    void compare(int prompt, int position, int token, float logprob) {
        if (position == 0) {
            parted[prompt] = false;
        }
        boolean otherToken = tokens.get(prompt)[position] != token;
        boolean otherBits = bits.get(prompt)[position] != Float.floatToIntBits(logprob);
        comparisons++;
        tokenDivergences += otherToken ? 1 : 0;
        logprobDivergences += otherBits ? 1 : 0;
        consequences += parted[prompt] && (otherToken || otherBits) ? 1 : 0;
        parted[prompt] |= otherToken;
    }

    Totals totals() {
        return new Totals(comparisons, tokenDivergences, logprobDivergences, consequences, 0, 0);
    }
}
