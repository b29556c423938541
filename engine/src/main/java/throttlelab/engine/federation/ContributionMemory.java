package throttlelab.engine.federation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import throttlelab.engine.digest.Sha256;

/// Remembers contributions by their content address, so that runs which differ only in time need not compute the same
/// thing a thousand times over. Shared by the workers of any number of federations, on any threads.
///
/// Every [#RECOMPUTED_EVERY]th contribution that could be taken from it is computed all the same and compared. An
/// address binds the tokens so far, but not what a broken policy made of them in earlier steps: use it with the real policy only.
public final class ContributionMemory {

    /// Every so manieth hit is computed again.
    public static final int RECOMPUTED_EVERY = 64;

    /// Remembers nothing.
    public static final ContributionMemory NONE = new ContributionMemory(0);

    /// What a worker gave and what its cache then held of the step's rows.
    ///
    /// @param payload nobody changes it
    /// @param cached keys and values of the rows, slice by slice; only of attention
    record Remembered(float[] payload, int checksum, float[] cached) {

        long bytes() {
            return (long) Float.BYTES * (payload.length + cached.length);
        }

        boolean sameBits(Remembered other) {
            return checksum == other.checksum && bits(payload, other.payload) && bits(cached, other.cached);
        }

        private static boolean bits(float[] a, float[] b) {
            boolean same = a.length == b.length;
            for (int i = 0; same && i < a.length; i++) {
                same = Float.floatToRawIntBits(a[i]) == Float.floatToRawIntBits(b[i]);
            }
            return same;
        }
    }

    private final long limit;
    private final Map<Sha256, Remembered> entries = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong computed = new AtomicLong();
    private final AtomicLong recomputed = new AtomicLong();
    private final AtomicLong different = new AtomicLong();

    /// @param limit how many bytes of numbers it may hold; what does not fit is computed anew each time
    public ContributionMemory(long limit) {
        this.limit = limit;
    }

    boolean remembers() {
        return limit > 0;
    }

    /// What it knows of an address; `null` if that is nothing, or if it is to be computed all the same.
    Remembered recall(Sha256 address) {
        Remembered known = remembers() ? entries.get(address) : null;
        return known == null || hits.incrementAndGet() % RECOMPUTED_EVERY == 0 ? null : known;
    }

    /// Takes in what has been computed; where it knew that already, the two are compared.
    void computed(Sha256 address, Remembered now) {
        computed.incrementAndGet();
        Remembered known = entries.get(address);
        if (known == null && bytes.addAndGet(now.bytes()) <= limit) {
            known = entries.putIfAbsent(address, now);
        }
        if (known != null) {
            recomputed.incrementAndGet();
            different.addAndGet(known.sameBits(now) ? 0 : 1);
        }
    }

    /// How often an address was asked for that it knew.
    public long hits() {
        return hits.get();
    }

    /// How many contributions were computed, for the first time or again.
    public long computed() {
        return computed.get();
    }

    /// How many contributions that it knew were computed again and compared.
    public long recomputed() {
        return recomputed.get();
    }

    /// How many of them were not the same, to the last bit of payload, checksum, keys and values.
    public long different() {
        return different.get();
    }
}
