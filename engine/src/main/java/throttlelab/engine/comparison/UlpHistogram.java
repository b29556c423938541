package throttlelab.engine.comparison;

import java.util.ArrayList;
import java.util.List;

/// How far apart log-probabilities are, where that means something: positions with the same token after the same text.
/// Each bucket takes twice the distances of the one before.
///
/// @param buckets by ascending distance, the first for no distance at all, the last one not empty; none if nothing was
///        compared
public record UlpHistogram(List<Bucket> buckets) {

    /// Distances are below 2³².
    private static final int MOST_BUCKETS = 33;
    private static final int POWERS = 1024;

    /// How many positions lie so far apart.
    ///
    /// @param least the smallest distance, in units in the last place
    /// @param most the largest
    /// @param count how many positions
    public record Bucket(long least, long most, long count) {

        /// The distances in figures, such as `4–7`; large ones as powers, such as `2^20–2^21`.
        public String label() {
            if (least >= POWERS) {
                int power = Long.numberOfTrailingZeros(least);
                return "2^" + power + "–2^" + (power + 1);
            }
            return least == most ? Long.toString(least) : least + "–" + most;
        }
    }

    /// @throws NullPointerException if the list is null or holds null
    public UlpHistogram {
        buckets = List.copyOf(buckets);
    }

    /// The distances of comparisons, all together.
    public static UlpHistogram of(Iterable<Comparison> comparisons) {
        long[] counts = new long[MOST_BUCKETS];
        for (Comparison comparison : comparisons) {
            for (StreamDiff stream : comparison.streams()) {
                count(stream, counts);
            }
        }
        return new UlpHistogram(buckets(counts));
    }

    private static void count(StreamDiff stream, long[] counts) {
        for (int i = 0; i < stream.length() && !stream.consequence(i); i++) {
            if (stream.kind(i) != Difference.TOKEN) {
                counts[bucket(Ulp.distance(stream.expected().logprobs()[i], stream.actual().logprobs()[i]))]++;
            }
        }
    }

    /// 0, 1, 2–3, 4–7, 8–15 …
    private static int bucket(long distance) {
        return Long.SIZE - Long.numberOfLeadingZeros(distance);
    }

    private static List<Bucket> buckets(long[] counts) {
        int last = counts.length - 1;
        while (last >= 0 && counts[last] == 0) {
            last--;
        }
        List<Bucket> buckets = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            buckets.add(new Bucket(i == 0 ? 0 : 1L << i - 1, i == 0 ? 0 : (1L << i) - 1, counts[i]));
        }
        return buckets;
    }

    /// How many positions there are in all.
    public long total() {
        return buckets.stream().mapToLong(Bucket::count).sum();
    }
}
