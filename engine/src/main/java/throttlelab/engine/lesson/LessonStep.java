package throttlelab.engine.lesson;

import java.util.List;
import java.util.Optional;

/// One step of a lesson.
///
/// @param title its title
/// @param text what it tells
/// @param doing what to do
/// @param watching what to watch meanwhile
/// @param predict what to predict before it is run
/// @param decide what to find out from what was seen
/// @param explain what explains it, once it has happened
/// @param setup what is run; nothing in a step that is only read
/// @param expected what is to be observed; empty only where nothing is run
public record LessonStep(String title, List<Prose> text, List<Prose> doing, List<Prose> watching,
        Optional<Question> predict, Optional<Question> decide, List<Prose> explain, Optional<StepSetup> setup,
        List<Observation> expected) {

    /// @throws NullPointerException if a list is null or holds null
    public LessonStep {
        text = List.copyOf(text);
        doing = List.copyOf(doing);
        watching = List.copyOf(watching);
        explain = List.copyOf(explain);
        expected = List.copyOf(expected);
    }
}
