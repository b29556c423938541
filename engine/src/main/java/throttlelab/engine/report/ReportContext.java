package throttlelab.engine.report;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;

/// What is at hand when a report is made and makes it more readable.
///
/// @param model a model; what its tokens say is told if the sources come from it
/// @param shippedModel whether it is the one that comes with the program
/// @param shippedPrompts the prompts that come with the program
/// @param pairing which answers of other systems answer the same prompt
public record ReportContext(Optional<Model> model, boolean shippedModel, List<Prompt> shippedPrompts, Pairing pairing) {

    /// Nothing is at hand.
    public static final ReportContext NOTHING = new ReportContext(Optional.empty(), false, List.of());

    /// For recordings and results, or answers that tell their prompts.
    public ReportContext(Optional<Model> model, boolean shippedModel, List<Prompt> shippedPrompts) {
        this(model, shippedModel, shippedPrompts, Pairing.TOLD);
    }

    /// @throws NullPointerException if the list is null or holds null
    public ReportContext {
        shippedPrompts = List.copyOf(shippedPrompts);
    }
}
