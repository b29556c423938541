package throttlelab.app.command;

import java.nio.file.Path;
import throttlelab.engine.bet.RunOptions;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.AuditFiles;

/// Keeps the audit log of every run in a folder. Runs follow one another.
final class AuditedRuns implements RunOptions {

    private final Path folder;
    private AuditFiles files;

    AuditedRuns(Path folder) {
        this.folder = folder;
    }

    @Override
    public Kernels kernels() {
        return FederationOptions.DEFAULT.kernels();
    }

    @Override
    public FederationOptions open(String run) {
        files = AuditFiles.open(folder, run);
        return FederationOptions.DEFAULT.withAudit(files);
    }

    @Override
    public void close(String run) {
        files.close();
    }
}
