package throttlelab.app.command;

import picocli.CommandLine.Option;
import throttlelab.engine.UsageException;

/// The option `--tokens`.
final class TokensOption {

    @Option(names = "--tokens", paramLabel = "N", order = 12, defaultValue = "50",
            description = "How many tokens to generate after each prompt. Default: ${DEFAULT-VALUE}.")
    private int tokens;

    /// @throws UsageException if it is less than 1
    int count() {
        if (tokens < 1) {
            throw new UsageException("At least one token must be generated, not " + tokens + ": give --tokens 1 or more.");
        }
        return tokens;
    }
}
