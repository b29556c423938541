package throttlelab.app.command;

import picocli.CommandLine.Option;
import throttlelab.engine.UsageException;

/// The option `--repeat`.
final class RepeatOption {

    private static final int MOST = 1_000;

    @Option(names = "--repeat", paramLabel = "N", order = 35, defaultValue = "1",
            description = "How often everything is run. Default: ${DEFAULT-VALUE}.")
    private int repeat;

    /// @throws UsageException if it is less than 1 or more than anyone would wait for
    int count() {
        if (repeat < 1 || repeat > MOST) {
            throw new UsageException("Everything can be run 1 to " + MOST + " times, not " + repeat
                    + ": change --repeat.");
        }
        return repeat;
    }
}
