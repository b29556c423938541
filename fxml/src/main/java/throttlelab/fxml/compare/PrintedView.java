package throttlelab.fxml.compare;

import java.util.List;

/// What comparing answers of other systems came to.
///
/// @param verdict in words
/// @param lines a line for each prompt
public record PrintedView(CompareVerdict verdict, List<Line> lines) {

    /// The answers to one prompt.
    ///
    /// @param prompt its id or text
    /// @param answers how many there are
    /// @param unique how many different ones they are
    /// @param printings how many different rows of log-probabilities are printed
    /// @param parting where they part
    public record Line(String prompt, String answers, String unique, String printings, String parting) {
    }

    /// @throws NullPointerException if the list is null or holds null
    public PrintedView {
        lines = List.copyOf(lines);
    }
}
