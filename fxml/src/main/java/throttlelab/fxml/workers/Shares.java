package throttlelab.fxml.workers;

import java.util.stream.IntStream;

/// Whole per cent that sum to 100.
final class Shares {

    private Shares() {
    }

    /// The shares of `amounts` in per cent by the largest remainder: rounded down, then one more for those who lost
    /// most by it, the lower index first. All 0 where there is nothing to share.
    static int[] percent(long[] amounts) {
        double total = 0;
        for (long amount : amounts) {
            total += amount;
        }
        int[] shares = new int[amounts.length];
        if (total <= 0) {
            return shares;
        }
        double[] remainders = new double[amounts.length];
        int left = 100;
        for (int i = 0; i < amounts.length; i++) {
            double exact = 100 * (amounts[i] / total);
            shares[i] = (int) exact;
            remainders[i] = exact - shares[i];
            left -= shares[i];
        }
        IntStream.range(0, amounts.length).boxed().sorted((a, b) -> Double.compare(remainders[b], remainders[a]))
                .limit(left).forEach(i -> shares[i]++);
        return shares;
    }
}
