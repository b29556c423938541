package throttlelab.app.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import throttlelab.app.host.Folders;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.model.Model;

/// The option `--model`.
final class ModelOption {

    @Option(names = "--model", paramLabel = "DIR", order = 10,
            description = "Folder of a Hugging Face checkpoint of the Qwen3-MoE architecture. Default: the FractalMoE 30M "
                    + "that comes with the program.")
    private Path folder;

    /// Whether somebody named one.
    boolean given() {
        return folder != null;
    }

    Path folder(Folders folders) {
        return folder != null ? folder : Samples.model(folders);
    }

    /// Loads the model, telling a person who watches.
    ///
    /// @throws throttlelab.engine.InputException if it cannot be read
    Model load(Folders folders, Terminal terminal) {
        Path from = folder(folders);
        try {
            return Model.load(from, (parameters, total) -> terminal.live(
                    "Loading " + from.getFileName() + ": " + 100 * parameters / total + " %"));
        } finally {
            terminal.live("");
        }
    }
}
