package throttlelab.fxml.lab;

import java.nio.file.Path;
import java.util.List;

/// What a lab is loaded from.
///
/// @param model folder of the model
/// @param prompts file of the prompts
/// @param baselines recordings, of which the first that fits the model becomes the baseline; may be none
public record LabFiles(Path model, Path prompts, List<Path> baselines) {
}
