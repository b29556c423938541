package throttlelab.engine.report;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;

/// What is at hand when a report is made and makes it more readable.
///
/// @param model a model; what its tokens say is told if the sources come from it
/// @param shippedModel whether it is the one that comes with the program
/// @param shippedPrompts the prompts that come with the program
public record ReportContext(Optional<Model> model, boolean shippedModel, List<Prompt> shippedPrompts) {

    /// Nothing is at hand.
    public static final ReportContext NOTHING = new ReportContext(Optional.empty(), false, List.of());

    /// @throws NullPointerException if the list is null or holds null
    public ReportContext {
        shippedPrompts = List.copyOf(shippedPrompts);
    }
}
