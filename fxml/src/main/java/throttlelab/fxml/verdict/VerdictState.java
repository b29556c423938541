package throttlelab.fxml.verdict;

/// What a verdict card shows.
///
/// @param outcome the verdict
/// @param soFar whether the run goes on
/// @param earlier whether it is on a run before what is set up now
/// @param title whose verdict it is
/// @param counts the counts behind it, a sentence; empty if there are none
/// @param remark why it is VOID or what else is to be known, a sentence; empty if there is nothing
/// @param firstDivergence position of the first divergence, from 0; −1 if there is none
public record VerdictState(Outcome outcome, boolean soFar, boolean earlier, String title, String counts,
        String remark, int firstDivergence) {
}
