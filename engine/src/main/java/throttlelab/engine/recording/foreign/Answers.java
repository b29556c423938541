package throttlelab.engine.recording.foreign;

import java.nio.file.Path;
import java.util.List;

/// The answers in one file.
///
/// @param file where they stand
/// @param answers in the order of the file
public record Answers(Path file, List<Answer> answers) {

    /// @throws NullPointerException if the list is null or holds null
    public Answers {
        answers = List.copyOf(answers);
    }

    /// The same of a file that is called otherwise.
    ///
    /// @param was what its answers' names begin with
    /// @param is what they are to begin with
    public Answers renamed(Path other, String was, String is) {
        return new Answers(other, answers.stream().map(answer -> answer.named(is + answer.name().substring(was.length())))
                .toList());
    }
}
