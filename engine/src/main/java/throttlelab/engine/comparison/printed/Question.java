package throttlelab.engine.comparison.printed;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.recording.foreign.Answer;

/// The answers to one prompt, compared.
///
/// @param prompt its id or text; empty where the answers do not tell
/// @param identity by what tokens are told apart
/// @param answers what was compared, the reference first
/// @param outputs how many different ones they are
/// @param diffs each other answer beside the first
public record Question(String prompt, TokenIdentity identity, List<Answer> answers, Outputs outputs,
        List<PrintedDiff> diffs) {

    /// @throws NullPointerException if a list is null or holds null
    public Question {
        answers = List.copyOf(answers);
        diffs = List.copyOf(diffs);
    }

    static Question of(String prompt, List<Answer> answers, TokenIdentity identity) {
        List<PrintedDiff> diffs = new ArrayList<>();
        for (Answer other : answers.subList(1, answers.size())) {
            diffs.add(new PrintedDiff(answers.getFirst(), other, identity));
        }
        return new Question(prompt, identity, answers, Outputs.of(answers, identity), diffs);
    }

    /// What all positions of all diffs come to.
    public PrintedTotals totals() {
        return diffs.stream().map(PrintedDiff::totals).reduce(PrintedTotals.NOTHING, PrintedTotals::plus);
    }
}
