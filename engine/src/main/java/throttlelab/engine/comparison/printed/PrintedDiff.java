package throttlelab.engine.comparison.printed;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Ending;
import throttlelab.engine.recording.foreign.PrintedToken;

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
        int different = IntStream.range(0, common)
                .filter(i -> !identity.same(a.tokens().get(i), b.tokens().get(i))).findFirst().orElse(-1);
        boolean ended = different < 0 && a.length() != b.length()
                && (a.length() < b.length() ? a : b).ending() == Ending.STOPPED;
        this.length = ended ? common + 1 : common;
        this.firstToken = ended ? common : different < 0 ? Integer.MAX_VALUE : different;
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
        PrintedDifference kind = kind(was, is);
        return new PrintedPosition(position, kind, was, is, distance(kind, was, is), position > firstToken);
    }

    /// The first position that differs in any way.
    public Optional<PrintedPosition> first() {
        return IntStream.range(0, length).mapToObj(this::at).filter(at -> at.kind() != PrintedDifference.SAME)
                .findFirst();
    }

    private PrintedDifference kind(PrintedToken was, PrintedToken is) {
        if (was == null || is == null || !identity.same(was, is)) {
            return PrintedDifference.TOKEN;
        }
        if (!was.isPrinted() && !is.isPrinted()) {
            return PrintedDifference.SAME;
        }
        if (!numbers.comparable() || was.isPrinted() != is.isPrinted()) {
            return PrintedDifference.ONE_SIDED;
        }
        return numbers.equal(was.number(), is.number()) ? PrintedDifference.SAME : PrintedDifference.LOGPROB;
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
            PrintedPosition at = at(i);
            kinds[at.kind().ordinal()]++;
            unprinted += at.kind() == PrintedDifference.SAME && !at.a().isPrinted() ? 1 : 0;
            consequences += at.consequence() && at.kind() != PrintedDifference.SAME ? 1 : 0;
            if (at.kind() == PrintedDifference.LOGPROB && !at.consequence()) {
                farthest = farthest.max(at.distance());
            }
        }
        return new PrintedTotals(length, kinds[PrintedDifference.TOKEN.ordinal()],
                kinds[PrintedDifference.LOGPROB.ordinal()], kinds[PrintedDifference.ONE_SIDED.ordinal()], unprinted,
                consequences, Math.max(a.length(), b.length()) - length, farthest);
    }
}
