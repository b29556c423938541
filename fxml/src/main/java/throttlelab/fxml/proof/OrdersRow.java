package throttlelab.fxml.proof;

/// One stage in every order of arrival under one policy, in words.
///
/// @param policy how the stage was combined
/// @param stage attention or experts
/// @param orders how many orders were tried
/// @param sums how many different sums came out
/// @param bits how many orders changed a bit of the sum
/// @param logprob how many orders changed a bit of the next token's log-probability
/// @param token how many orders changed the next token
/// @param broken whether the policy is one that must change something
public record OrdersRow(String policy, String stage, String orders, String sums, String bits, String logprob,
        String token, boolean broken) {
}
