package throttlelab.engine.model;

import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// The merges of a byte-pair encoding: which two neighbouring tokens become which one, and in which rank.
final class MergeTable {

    private record Merge(int rank, int token) {
    }

    private final Map<Long, Merge> merges = new HashMap<>();

    /// Adds a merge; one of the same pair that was added before is replaced.
    void put(int left, int right, int rank, int token) {
        merges.put(pair(left, right), new Merge(rank, token));
    }

    /// Merges the first `count` of `tokens` while there is a pair to merge, the lowest rank first, of several the
    /// leftmost, and appends what is left to `out`. Takes time in proportion to n log n. Changes `tokens`.
    void apply(int[] tokens, int count, IntStream.Builder out) {
        int[] next = new int[count];
        int[] previous = new int[count];
        PriorityQueue<Long> candidates = new PriorityQueue<>();
        for (int i = 0; i < count; i++) {
            next[i] = i + 1;
            previous[i] = i - 1;
            offer(tokens, next, i, candidates);
        }
        while (!candidates.isEmpty()) {
            long candidate = candidates.poll();
            int at = (int) candidate;
            Merge merge = tokens[at] < 0 ? null : merge(tokens, next, at);
            // A candidate whose tokens have merged otherwise in the meantime is passed over.
            if (merge != null && merge.rank() == (int) (candidate >>> 32)) {
                int gone = next[at];
                tokens[at] = merge.token();
                tokens[gone] = -1;
                next[at] = next[gone];
                if (next[at] < count) {
                    previous[next[at]] = at;
                }
                offer(tokens, next, at, candidates);
                if (previous[at] >= 0) {
                    offer(tokens, next, previous[at], candidates);
                }
            }
        }
        for (int i = 0; i < count; i = next[i]) {
            out.add(tokens[i]);
        }
    }

    private void offer(int[] tokens, int[] next, int at, PriorityQueue<Long> candidates) {
        Merge merge = merge(tokens, next, at);
        if (merge != null) {
            candidates.add((long) merge.rank() << 32 | at);
        }
    }

    private Merge merge(int[] tokens, int[] next, int at) {
        return next[at] < next.length ? merges.get(pair(tokens[at], tokens[next[at]])) : null;
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}
