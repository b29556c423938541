package throttlelab.app.command;

import picocli.CommandLine.Option;
import throttlelab.engine.UsageException;

/// The option `--batch`.
final class BatchOption {

    @Option(names = "--batch", paramLabel = "N", order = 33, defaultValue = "100",
            description = "How many prompts run together. It changes no bit. Default: ${DEFAULT-VALUE}.")
    private int batch;

    /// @throws UsageException if it is less than 1
    int size() {
        if (batch < 1) {
            throw new UsageException("A batch holds at least one prompt, not " + batch + ": give --batch 1 or more.");
        }
        return batch;
    }
}
