package throttlelab.engine.comparison.printed;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Ending;
import throttlelab.engine.recording.foreign.PrintedToken;
import throttlelab.engine.recording.foreign.PrintedTokens;

/// Two answers to the same prompt, position by position.
public final class PrintedDiff {

    private final Answer a;
    private final Answer b;
    private final TokenIdentity identity;
    private final PrintedNumbers numbers;
    private final int length;
    private final int firstToken;
    private final PrintedTotals totals;

    PrintedDiff(Answer a, Answer b, TokenIdentity identity) {
        this.a = a;
        this.b = b;
        this.identity = identity;
        this.numbers = new PrintedNumbers(a, b);
        int common = Math.min(a.length(), b.length());
        int different = 0;
        while (different < common && identity.same(a.tokens().piece(different), b.tokens().piece(different))) {
            different++;
        }
        boolean ended = different == common && a.length() != b.length()
                && (a.length() < b.length() ? a : b).ending() == Ending.STOPPED;
        this.length = ended ? common + 1 : common;
        this.firstToken = different < common || ended ? different : Integer.MAX_VALUE;
        this.totals = count();
    }

    /// The answer that is compared with.
    public Answer a() {
        return a;
    }

    /// The answer that is compared.
    public Answer b() {
        return b;
    }

    /// How many positions are compared. Where the shorter answer was ended by the model, and not cut off, its end counts
    /// as one, and differs.
    public int length() {
        return length;
    }

    /// What the positions come to.
    public PrintedTotals totals() {
        return totals;
    }

    /// One position.
    ///
    /// @throws IndexOutOfBoundsException if it is not compared
    public PrintedPosition at(int position) {
        if (position < 0 || position >= length) {
            throw new IndexOutOfBoundsException("position " + position + " of " + length);
        }
        PrintedToken was = position < a.length() ? a.tokens().get(position) : null;
        PrintedToken is = position < b.length() ? b.tokens().get(position) : null;
        PrintedDifference kind = kind(position);
        return new PrintedPosition(position, kind, was, is, distance(kind, was, is), position > firstToken);
    }

    /// The first position that differs in any way.
    public Optional<PrintedPosition> first() {
        return IntStream.range(0, length).mapToObj(this::at).filter(at -> at.kind() != PrintedDifference.SAME)
                .findFirst();
    }

    private PrintedDifference kind(int at) {
        PrintedTokens was = a.tokens();
        PrintedTokens is = b.tokens();
        if (at >= was.size() || at >= is.size() || !identity.same(was.piece(at), is.piece(at))) {
            return PrintedDifference.TOKEN;
        }
        boolean printed = was.isPrinted(at);
        if (!printed && !is.isPrinted(at)) {
            return PrintedDifference.SAME;
        }
        if (!numbers.comparable() || printed != is.isPrinted(at)) {
            return PrintedDifference.ONE_SIDED;
        }
        return was.sameCharacters(at, is, at) || numbers.equal(was.number(at), is.number(at)) ? PrintedDifference.SAME
                : PrintedDifference.LOGPROB;
    }

    private BigDecimal distance(PrintedDifference kind, PrintedToken was, PrintedToken is) {
        return switch (kind) {
            case LOGPROB -> numbers.distance(was.number(), is.number());
            // Equal as printed is not apart, whatever digits of ours lie below those that are printed.
            case SAME -> was.isPrinted() ? BigDecimal.ZERO : null;
            case ONE_SIDED, TOKEN -> null;
        };
    }

    private PrintedTotals count() {
        long[] kinds = new long[PrintedDifference.values().length];
        long unprinted = 0;
        long consequences = 0;
        BigDecimal farthest = BigDecimal.ZERO;
        for (int i = 0; i < length; i++) {
            PrintedDifference kind = kind(i);
            boolean consequence = i > firstToken;
            kinds[kind.ordinal()]++;
            unprinted += kind == PrintedDifference.SAME && !a.tokens().isPrinted(i) ? 1 : 0;
            consequences += consequence && kind != PrintedDifference.SAME ? 1 : 0;
            if (kind == PrintedDifference.LOGPROB && !consequence) {
                farthest = farthest.max(numbers.distance(a.tokens().number(i), b.tokens().number(i)));
            }
        }
        return new PrintedTotals(length, kinds[PrintedDifference.TOKEN.ordinal()],
                kinds[PrintedDifference.LOGPROB.ordinal()], kinds[PrintedDifference.ONE_SIDED.ordinal()], unprinted,
                consequences, Math.max(a.length(), b.length()) - length, farthest);
    }
}
