package throttlelab.app.command;

import java.nio.file.Path;
import throttlelab.engine.bet.RunOptions;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.AuditFiles;

/// Keeps the audit log of every run in a folder. Runs follow one another.
final class AuditedRuns implements RunOptions {

    private final Path folder;
    private final FederationOptions options;
    private AuditFiles files;

    /// @param options of each run, but for its audit log
    AuditedRuns(Path folder, FederationOptions options) {
        this.folder = folder;
        this.options = options;
    }

    @Override
    public Kernels kernels() {
        return options.kernels();
    }

    @Override
    public FederationOptions open(String run) {
        files = AuditFiles.open(folder, run);
        return options.withAudit(files);
    }

    @Override
    public void close(String run) {
        files.close();
    }
}
