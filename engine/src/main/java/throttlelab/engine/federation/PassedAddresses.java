package throttlelab.engine.federation;

import throttlelab.engine.digest.Sha256;

/// The content addresses that the stages of a run have expected so far, in one array: a long run has expected hundreds of
/// thousands, and every garbage collection would walk them as objects. Two addresses whose first 128 bits are the same
/// count as one.
final class PassedAddresses {

    private static final int WORDS = 2;
    private static final int FIRST_ROOM = 1024;

    /// Open addressing, half full at most; two zeros are an empty place, and no digest anybody will meet.
    private long[] table = new long[FIRST_ROOM * WORDS];
    private int size;

    /// Forgets all.
    void clear() {
        if (size > 0) {
            table = new long[FIRST_ROOM * WORDS];
            size = 0;
        }
    }

    void add(Sha256 address) {
        if (2 * (size + 1) > table.length / WORDS) {
            grow();
        }
        if (put(address.w0(), address.w1())) {
            size++;
        }
    }

    boolean contains(Sha256 address) {
        int at = place(address.w0(), address.w1());
        return table[at] == address.w0() && table[at + 1] == address.w1();
    }

    private boolean put(long w0, long w1) {
        int at = place(w0, w1);
        boolean free = table[at] == 0 && table[at + 1] == 0;
        table[at] = w0;
        table[at + 1] = w1;
        return free;
    }

    /// Where an address is, or the empty place where it belongs. Any bits of a digest are as good as others.
    private int place(long w0, long w1) {
        int places = table.length / WORDS;
        int place = (int) w0 & places - 1;
        while (!(table[place * WORDS] == w0 && table[place * WORDS + 1] == w1)
                && (table[place * WORDS] != 0 || table[place * WORDS + 1] != 0)) {
            place = place + 1 & places - 1;
        }
        return place * WORDS;
    }

    private void grow() {
        long[] before = table;
        table = new long[before.length * 2];
        for (int at = 0; at < before.length; at += WORDS) {
            if (before[at] != 0 || before[at + 1] != 0) {
                put(before[at], before[at + 1]);
            }
        }
    }
}
