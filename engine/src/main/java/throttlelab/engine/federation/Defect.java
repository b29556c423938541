package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.stream.Collectors;
import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// What can be wrong with a federation that is to be looked at, for teaching: each is a mistake that somebody who builds
/// one could make, and each leaves evidence of its own in what locked, what was refused and what was added. Every other
/// part of such a federation is the real one.
public enum Defect {

    /// The gate opens when one contribution is still missing.
    EARLY_GATE("early-gate"),

    /// A contribution that is sent a second time counts a second time.
    DUPLICATE_COUNTED("duplicate-counted"),

    /// What a worker gave to the token before is sent again and locks the slot: its address is not looked at.
    STALE_ACCEPTED("stale-accepted"),

    /// A worker answers with what it gave to the layer before, and the slot takes it.
    OTHER_LAYER("other-layer"),

    /// Two contributions lock each other's slots.
    SLOTS_SWAPPED("slots-swapped"),

    /// Contributions are added from the last slot to the first.
    WRONG_ORDER("wrong-order"),

    /// A contribution that has locked is left out of the sum.
    SLOT_DROPPED("slot-dropped"),

    /// A number is damaged on the way, after its checksum was made, and nobody checks the checksum.
    CHECKSUM_UNCHECKED("checksum-unchecked"),

    /// A worker computes a wrong number, and makes its checksum of that.
    MISCOMPUTED("miscomputed"),

    /// A worker takes the numbers of the token before out of a cache and gives them the new address.
    CACHED_NUMBERS("cached-numbers");

    private final String id;

    Defect(String id) {
        this.id = id;
    }

    /// Its name in files.
    public String id() {
        return id;
    }

    /// The defect that goes by `id`.
    ///
    /// @throws UsageException if there is none
    public static Defect of(String id) {
        return Arrays.stream(values()).filter(defect -> defect.id.equals(id)).findFirst()
                .orElseThrow(() -> new UsageException(Sentence.of("federation.there-is-no-defect-use", id,
                        Arrays.stream(values()).map(Defect::id).collect(Collectors.joining(", ")))));
    }
}
