package throttlelab.engine.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// One byte that may be wrong, found from a CRC32C that does not hold.
///
/// A CRC is linear: the stated and the computed one, added, are the CRC of the error alone, started from zero. An error
/// of one byte is that byte's table entry, shifted on once for every byte after it. So the sum is shifted back byte by
/// byte, and wherever it becomes an entry of the table, one byte there explains it.
///
/// @param at its offset
/// @param error what to add to it, bit by bit without carry, to have what stood there
record ByteError(int at, byte error) {

    private static final int POLYNOMIAL = 0x82F63B78;
    private static final int[] TABLE = new int[256];
    private static final int[] BY_TOP_BYTE = new int[256];

    static {
        for (int i = 0; i < TABLE.length; i++) {
            int entry = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                entry = (entry & 1) == 0 ? entry >>> 1 : entry >>> 1 ^ POLYNOMIAL;
            }
            TABLE[i] = entry;
            // The top bytes of the entries are all different.
            BY_TOP_BYTE[entry >>> 24] = i;
        }
    }

    /// The CRC32C of bytes.
    static int crc(byte[] bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, to - from);
        return (int) crc.getValue();
    }

    /// All single bytes in `[from, to)` that would explain why the CRC computed there is not the one stated.
    static List<ByteError> explaining(int stated, int computed, int from, int to) {
        List<ByteError> errors = new ArrayList<>();
        int sum = stated ^ computed;
        for (int at = to - 1; at >= from && sum != 0; at--) {
            int entry = BY_TOP_BYTE[sum >>> 24];
            if (TABLE[entry] == sum) {
                errors.add(new ByteError(at, (byte) entry));
            }
            sum = (sum ^ TABLE[entry]) << 8 | entry;
        }
        return errors;
    }
}
