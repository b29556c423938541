package throttlelab.fxml.bet;

/// What one profile cost, in words.
///
/// @param profile its name
/// @param wall how long it took
/// @param times how many times as long as `none`
/// @param waiting the share of the time that workers waited at barriers, on average
/// @param audit the first digits of its audit digest, after the symbol of how it compares with that of `none`
public record ProfilePrice(String profile, String wall, String times, String waiting, String audit) {
}
