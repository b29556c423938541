package throttlelab.fxml.streams;

/// What is known of one token of one line.
///
/// @param title which line
/// @param remark how it came about
/// @param mark how it compares with the baseline
/// @param token its id
/// @param text what it says, in quotation marks, as it is
/// @param logprob its log-probability as a decimal
/// @param bits its log-probability's bits in 8 hex digits
/// @param distance how far its log-probability is from the baseline's, in words
/// @param margin distance of its logit to that of the second-best token, in words
public record TokenSide(String title, String remark, Mark mark, String token, String text, String logprob,
        String bits, String distance, String margin) {
}
