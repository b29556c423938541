package throttlelab.engine.comparison;

import java.util.Arrays;
import throttlelab.engine.recording.TokenStream;

/// A stream beside the one that was expected, position by position, while it grows: what [StreamDiff] says of the
/// tokens that have come, without looking at all of them again for each new one. For one thread.
public final class LiveDiff {

    private final TokenStream expected;
    private int[] tokens = new int[64];
    private float[] logprobs = new float[64];
    private int size;
    private int first = -1;
    private int firstToken = Integer.MAX_VALUE;
    private long tokenDivergences;
    private long logprobDivergences;
    private long consequences;
    private long maxUlps;

    /// A diff of which nothing has come yet.
    public LiveDiff(TokenStream expected) {
        this.expected = expected;
    }

    /// The next token. One that nothing was expected for is not compared.
    public void add(int token, float logprob) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
            logprobs = Arrays.copyOf(logprobs, 2 * size);
        }
        tokens[size] = token;
        logprobs[size] = logprob;
        size++;
        if (size <= expected.length()) {
            count(at(size - 1), expected.bits(size - 1) != Float.floatToIntBits(logprob));
        }
    }

    private void count(PositionDiff diff, boolean bitsDiffer) {
        boolean tokenDiffers = diff.kind() == Difference.TOKEN;
        tokenDivergences += tokenDiffers ? 1 : 0;
        logprobDivergences += bitsDiffer ? 1 : 0;
        consequences += diff.consequence() && (tokenDiffers || bitsDiffer) ? 1 : 0;
        maxUlps = diff.consequence() ? maxUlps : Math.max(maxUlps, diff.ulps());
        if (first < 0 && diff.kind() != Difference.EQUAL) {
            first = diff.position();
        }
        if (tokenDiffers) {
            firstToken = Math.min(firstToken, diff.position());
        }
    }

    /// What was expected.
    public TokenStream expected() {
        return expected;
    }

    /// How many tokens have come, compared or not.
    public int size() {
        return size;
    }

    /// How many positions are compared.
    public int length() {
        return Math.min(size, expected.length());
    }

    /// The first position that differs in any way; −1 if there is none.
    public int first() {
        return first;
    }

    /// One position.
    ///
    /// @throws IndexOutOfBoundsException if it is not compared
    public PositionDiff at(int position) {
        if (position < 0 || position >= length()) {
            throw new IndexOutOfBoundsException("position " + position + " of " + length());
        }
        int wasToken = expected.tokens()[position];
        float was = expected.logprobs()[position];
        float is = logprobs[position];
        Difference kind = wasToken != tokens[position] ? Difference.TOKEN
                : expected.bits(position) == Float.floatToIntBits(is) ? Difference.EQUAL : Difference.LOGPROB;
        return new PositionDiff(position, kind, wasToken, tokens[position], was, is,
                kind == Difference.TOKEN ? 0 : Ulp.distance(was, is), position > firstToken);
    }

    /// What the positions come to.
    ///
    /// @param missing positions that should have been compared and were not
    public Totals totals(long missing) {
        return new Totals(length(), tokenDivergences, logprobDivergences, consequences, missing, maxUlps);
    }
}
