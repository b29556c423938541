package throttlelab.app.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.model.Model;

/// The option `--audit`.
final class AuditOption {

    @Option(names = "--audit", order = 81,
            description = "Write the audit log of each run into the folder audit in --out: audit-NAME.txt, whose SHA-256 is "
                    + "the audit digest of the result, and audit-NAME.timed.csv. With --batch 1 that is about 100 MB a "
                    + "profile. Default: not written; the digest is found all the same.")
    private boolean audit;

    /// Where the logs go, if they are wanted.
    Optional<Path> folder(Path out) {
        return audit ? Optional.of(out.resolve("audit")) : Optional.empty();
    }

    /// Runs `model` with some options, writing the logs that are wanted.
    ModelRunner runner(Model model, Path out, FederationOptions options) {
        return folder(out).map(folder -> new ModelRunner(model, new AuditedRuns(folder, options)))
                .orElseGet(() -> new ModelRunner(model, options));
    }
}
