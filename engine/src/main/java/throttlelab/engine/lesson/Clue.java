package throttlelab.engine.lesson;

/// Something in an audit log that is not as it should be, at the first stage that differs from a sound federation's.
///
/// @param kind what it is
/// @param slot the slot it concerns; −1 where it concerns the stage
/// @param other another slot, layer or number that belongs to it; −1 if there is none
public record Clue(Kind kind, int slot, int other) {

    /// What a clue can be.
    public enum Kind {

        /// The gate opened with fewer contributions than the stage expects; `other` is how many there were.
        GATE_INCOMPLETE,

        /// The slot has no line.
        LINE_MISSING,

        /// The slot has two lines.
        LINE_TWICE,

        /// The lines are the right ones, in another order.
        OTHER_ORDER,

        /// The slot holds the address that the same slot held at the token before.
        EARLIER_TOKEN_ADDRESS,

        /// The slot holds the address that the same slot held at another layer of this token; `other` is the layer, from 0.
        OTHER_LAYER_ADDRESS,

        /// The slot holds the address that another slot of the stage expects; `other` is that slot.
        OTHER_SLOT_ADDRESS,

        /// The slot holds an address that stands nowhere else.
        UNKNOWN_ADDRESS,

        /// The address is right, and the checksum is another one.
        CHECKSUM_DIFFERS,

        /// The numbers are, to the bit, those that the same slot held at the token before.
        EARLIER_TOKEN_NUMBERS,

        /// Address and checksum are right, and the numbers do not fit the checksum.
        CHECKSUM_UNFIT,

        /// The contribution that the slot expects came, too, and was refused.
        EXPECTED_REFUSED
    }
}
