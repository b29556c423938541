package throttlelab.engine.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import throttlelab.engine.recording.TokenStream;

/// Two streams for the same prompt, position by position.
///
/// What follows the first different token is counted as it is, but marked as its consequence: the streams continue
/// different texts there, and may well have equal tokens by chance.
public final class StreamDiff {

    private final String promptId;
    private final TokenStream expected;
    private final TokenStream actual;
    private final int expectedLength;
    private final int firstToken;
    private final Totals totals;

    private StreamDiff(String promptId, TokenStream expected, TokenStream actual, int expectedLength) {
        this.promptId = promptId;
        this.expected = expected;
        this.actual = actual;
        this.expectedLength = expectedLength;
        int mismatch = Arrays.mismatch(expected.tokens(), 0, length(), actual.tokens(), 0, length());
        this.firstToken = mismatch < 0 ? Integer.MAX_VALUE : mismatch;
        this.totals = count();
    }

    /// Compares two streams of which each should have `length` tokens; what is not there is missing.
    public static StreamDiff of(String promptId, TokenStream expected, TokenStream actual, int length) {
        return new StreamDiff(promptId, expected, actual, length);
    }

    /// Compares the positions that both streams have; nothing is missing.
    public static StreamDiff ofCommon(String promptId, TokenStream expected, TokenStream actual) {
        return new StreamDiff(promptId, expected, actual, Math.min(expected.length(), actual.length()));
    }

    /// Which prompt they came after.
    public String promptId() {
        return promptId;
    }

    /// The reference.
    public TokenStream expected() {
        return expected;
    }

    /// The other stream.
    public TokenStream actual() {
        return actual;
    }

    /// How many positions there should be, compared or missing.
    public int expectedLength() {
        return expectedLength;
    }

    /// How many positions are compared.
    public int length() {
        return Math.min(expectedLength, Math.min(expected.length(), actual.length()));
    }

    /// What the positions come to.
    public Totals totals() {
        return totals;
    }

    /// One position.
    ///
    /// @throws IndexOutOfBoundsException if it is not compared
    public PositionDiff at(int position) {
        if (position < 0 || position >= length()) {
            throw new IndexOutOfBoundsException("position " + position + " of " + length());
        }
        Difference kind = kind(position);
        float was = expected.logprobs()[position];
        float is = actual.logprobs()[position];
        return new PositionDiff(position, kind, expected.tokens()[position], actual.tokens()[position], was, is,
                kind == Difference.TOKEN ? 0 : Ulp.distance(was, is), consequence(position));
    }

    /// The first position that differs in any way.
    public Optional<PositionDiff> first() {
        return IntStream.range(0, length()).filter(i -> kind(i) != Difference.EQUAL).mapToObj(this::at).findFirst();
    }

    /// All positions that differ, in order.
    public List<PositionDiff> divergences() {
        return IntStream.range(0, length()).filter(i -> kind(i) != Difference.EQUAL).mapToObj(this::at).toList();
    }

    /// How a compared position differs; cheaper than [#at(int)].
    Difference kind(int position) {
        if (expected.tokens()[position] != actual.tokens()[position]) {
            return Difference.TOKEN;
        }
        return expected.bits(position) == actual.bits(position) ? Difference.EQUAL : Difference.LOGPROB;
    }

    /// Whether a token before `position` differs.
    boolean consequence(int position) {
        return position > firstToken;
    }

    private Totals count() {
        long tokens = 0;
        long logprobs = 0;
        long consequences = 0;
        long ulps = 0;
        int length = length();
        for (int i = 0; i < length; i++) {
            boolean tokenDiffers = expected.tokens()[i] != actual.tokens()[i];
            boolean bitsDiffer = expected.bits(i) != actual.bits(i);
            tokens += tokenDiffers ? 1 : 0;
            logprobs += bitsDiffer ? 1 : 0;
            consequences += i > firstToken && (tokenDiffers || bitsDiffer) ? 1 : 0;
            if (bitsDiffer && !tokenDiffers && i <= firstToken) {
                ulps = Math.max(ulps, Ulp.distance(expected.logprobs()[i], actual.logprobs()[i]));
            }
        }
        return new Totals(length, tokens, logprobs, consequences, expectedLength - length, ulps);
    }
}
