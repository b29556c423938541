package throttlelab.fxml.streams;

import java.util.List;

/// What is known of one position.
///
/// @param position from 0
/// @param verdict how the lines compare there, a sentence for each
/// @param sides the lines that have a token there
public record TokenDetails(int position, String verdict, List<TokenSide> sides) {

    /// @throws NullPointerException if the list is null or holds null
    public TokenDetails {
        sides = List.copyOf(sides);
    }
}
