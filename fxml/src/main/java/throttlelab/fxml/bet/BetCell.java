package throttlelab.fxml.bet;

/// A place on the board: one prompt under one profile.
///
/// @param profile which profile, from 0
/// @param prompt which prompt, from 0
public record BetCell(int profile, int prompt) {
}
