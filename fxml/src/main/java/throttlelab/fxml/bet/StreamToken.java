package throttlelab.fxml.bet;

/// One token of one stream.
///
/// @param id its id
/// @param text what it says
/// @param logprob natural logarithm of its probability
/// @param margin distance of its logit to that of the second-best token
public record StreamToken(int id, String text, float logprob, float margin) {

    /// The bits of its log-probability, in hex.
    public String bits() {
        return String.format("%08x", Float.floatToIntBits(logprob));
    }
}
