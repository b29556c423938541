package throttlelab.engine.federation;

import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// What one worker delivers to one stage.
///
/// The payload carries its slices unsummed, `[slice][row][value]`. It stays the worker's memory and is read only until
/// the stage's gate has opened and its sum is taken; whoever wants it longer copies it.
///
/// @param address identifies the contribution before the work is done
/// @param payload the numbers, in the first `length` floats
/// @param length how many floats count
/// @param checksum CRC32C over address and payload
public record Contribution(Sha256 address, float[] payload, int length, int checksum) {

    /// The checksum that a contribution with this address and payload has.
    public static int checksum(Sha256 address, float[] payload, int length, Checksum crc) {
        return crc.add(address).add(payload, 0, length).finish();
    }
}
