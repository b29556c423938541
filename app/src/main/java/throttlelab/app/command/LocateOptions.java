package throttlelab.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import throttlelab.app.host.Host;
import throttlelab.app.summary.LocatedPair;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.divergence.AuditedRecording;
import throttlelab.engine.comparison.divergence.DivergenceLocator;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.divergence.Outcome;
import throttlelab.engine.comparison.divergence.RunAgain;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.Recording;

/// The options that say how to find out where two runs part.
final class LocateOptions {

    /// Tokens of running again between two looks at the terminal.
    private static final int TOLD_EVERY = 50;

    @Option(names = "--audit-a", paramLabel = "PLACE", order = 60,
            description = "The audit log of the first recording's run, to find out where the two part: the file "
                    + "audit-NAME.txt, or the folder it is in. Default: the folder audit beside the recording, if its log "
                    + "is there.")
    private Path auditA;

    @Option(names = "--audit-b", paramLabel = "PLACE", order = 61, description = "The same for the second.")
    private Path auditB;

    @Option(names = "--locate", order = 62,
            description = "Run again the stretch where the two part, if there is no audit log to tell more.")
    private boolean locate;

    /// Refuses the options where there are no runs of ours.
    void refuse() {
        if (auditA != null || auditB != null || locate) {
            throw new UsageException("Audit logs and running again tell something of recordings made here, not of answers "
                    + "of other systems: leave --audit-a, --audit-b and --locate out.");
        }
    }

    /// The way to the first divergence of the first pair that has one.
    ///
    /// @param a the file of the first of each pair
    /// @param b the file of the second of each pair
    /// @return nothing if all are equal
    Optional<LocatedPair> find(Host host, ModelOption model, Path a, Path b, List<FileComparison.Pair> pairs)
            throws InterruptedException {
        for (FileComparison.Pair pair : pairs) {
            AuditedRecording left = audited(auditA, a, pair.expected());
            AuditedRecording right = audited(auditB, b, pair.actual());
            Optional<DivergencePath> path = DivergenceLocator.locate(left, right);
            if (locate && path.isPresent() && path.get().outcome() == Outcome.NO_LOG) {
                path = again(host, model, left, right);
            }
            if (path.isPresent()) {
                return path.map(found -> new LocatedPair(pair, found));
            }
        }
        return Optional.empty();
    }

    private static AuditedRecording audited(Path named, Path file, Recording recording) {
        return new AuditedRecording(recording, named != null ? Optional.of(AuditedRun.named(named, recording))
                : AuditedRun.beside(file, recording));
    }

    private static Optional<DivergencePath> again(Host host, ModelOption model, AuditedRecording a, AuditedRecording b)
            throws InterruptedException {
        Model loaded = model.load(host.folders(), host.terminal());
        RunAgain again = RunAgain.on(loaded, done -> {
            if (done % TOLD_EVERY == 0) {
                host.terminal().live("Running again to find out where they part: " + done + " tokens");
            }
        }, host.stop()::raised);
        try {
            return DivergenceLocator.locate(a, b, again);
        } finally {
            host.terminal().live("");
        }
    }
}
