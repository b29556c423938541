package throttlelab.engine.lesson;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.federation.Defect;

/// A question with answers to choose from.
///
/// @param text the question
/// @param choices the answers, at least two
public record Question(List<Prose> text, List<Choice> choices) {

    /// An answer.
    ///
    /// @param words what it says
    /// @param right whether it is the right one, unless a defect decides that
    /// @param defect the defect that it names, in a question for what is wrong
    public record Choice(List<Prose.Span> words, boolean right, Optional<Defect> defect) {

        /// @throws NullPointerException if the list is null or holds null
        public Choice {
            words = List.copyOf(words);
        }

        /// Whether it is the right answer.
        ///
        /// @param wrong what is wrong with the federation that was run, if anything is
        public boolean right(Optional<Defect> wrong) {
            return defect.isPresent() ? defect.equals(wrong) : right;
        }
    }

    /// @throws NullPointerException if a list is null or holds null
    public Question {
        text = List.copyOf(text);
        choices = List.copyOf(choices);
    }
}
