package throttlelab.engine.comparison.printed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Scale;

/// When two log-probabilities are equal as printed.
///
/// Two decimals of servers are, if they are the same number, however it is written: −0.5 is −0.50 and −5e-1. A float of
/// ours and a decimal are, if the decimal reads back to that float; or, where the server prints so few digits in all of
/// its answer that no float can be told from its neighbours, if the float rounded to as many decimals as the answer
/// shows at most is that decimal.
final class PrintedNumbers {

    /// Nine significant digits tell every float from its neighbours.
    private static final int DIGITS_OF_A_FLOAT = 9;

    private final boolean aOwn;
    private final boolean bOwn;
    private final boolean comparable;
    private final int decimals;

    PrintedNumbers(Answer a, Answer b) {
        aOwn = a.scale() == Scale.FLOAT;
        bOwn = b.scale() == Scale.FLOAT;
        comparable = (a.scale() == Scale.PROBABILITY) == (b.scale() == Scale.PROBABILITY);
        Answer server = aOwn ? b : a;
        decimals = aOwn == bOwn || server.digits() >= DIGITS_OF_A_FLOAT ? -1 : server.decimals();
    }

    /// Whether both print the same kind of number.
    boolean comparable() {
        return comparable;
    }

    boolean equal(String a, String b) {
        if (a.equals(b)) {
            return true;
        }
        if (aOwn == bOwn) {
            return new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        }
        String own = aOwn ? a : b;
        String server = aOwn ? b : a;
        return Float.parseFloat(own) == Float.parseFloat(server) || decimals >= 0 && exact(own)
                .setScale(decimals, RoundingMode.HALF_EVEN).compareTo(new BigDecimal(server)) == 0;
    }

    /// How far apart they are.
    BigDecimal distance(String a, String b) {
        return value(aOwn, a).subtract(value(bOwn, b)).abs();
    }

    private static BigDecimal value(boolean own, String number) {
        return own ? exact(number) : new BigDecimal(number);
    }

    private static BigDecimal exact(String own) {
        return new BigDecimal(Float.parseFloat(own));
    }
}
