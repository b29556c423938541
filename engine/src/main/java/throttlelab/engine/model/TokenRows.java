package throttlelab.engine.model;

/// The rows of one step: each a token of some sequence of the batch at some position. A sequence's rows stand in
/// ascending order of position.
///
/// @param sequences which sequence of the batch each row belongs to
/// @param positions where in its sequence
/// @param tokens the token there
public record TokenRows(int[] sequences, int[] positions, int[] tokens) {

    /// How many rows there are.
    public int count() {
        return tokens.length;
    }
}
