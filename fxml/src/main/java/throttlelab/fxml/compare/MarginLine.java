package throttlelab.fxml.compare;

/// The margins of all positions with one mark.
///
/// @param mark the mark
/// @param positions how many positions, and at how many of them the margin is known
/// @param least the smallest
/// @param median the median
/// @param most the largest
/// @param nearest the index of the position with the smallest
public record MarginLine(PositionMark mark, String positions, String least, String median, String most, int nearest) {
}
