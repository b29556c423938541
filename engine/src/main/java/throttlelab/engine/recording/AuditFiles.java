package throttlelab.engine.recording;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import throttlelab.engine.RunException;
import throttlelab.engine.federation.AuditSink;
import throttlelab.engine.federation.PassedStage;
import throttlelab.engine.federation.RefusedContribution;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.files.GrowingFile;

/// Writes the audit log of one run into two files.
///
/// `audit-NAME.txt` holds the timing-free lines; its SHA-256 is the audit digest, so any tool can check it.
/// `audit-NAME.timed.csv` holds who delivered each contribution, in which order and when, in nanoseconds since the first
/// stage began, and what was refused, without slot and worker: its stage is the one that stood when it came.
public final class AuditFiles implements AuditSink, AutoCloseable {

    private static final String HEADINGS = "step,token,layer,stage,slot,worker,arrival,began_ns,arrived_ns,outcome,address\n";

    static final String TIMES = ".timed.csv";

    private final GrowingFile lines;
    private final GrowingFile times;
    private long first = Long.MIN_VALUE;
    private boolean broken;

    private AuditFiles(GrowingFile lines, GrowingFile times) {
        this.lines = lines;
        this.times = times;
    }

    /// Begins the files of a run; they are in their place once they are closed.
    ///
    /// @param run its name, such as `steady#2`
    /// @throws RunException if they cannot be written
    public static AuditFiles open(Path folder, String run) {
        GrowingFile lines = GrowingFile.begin(lines(folder, run));
        try {
            AuditFiles files = new AuditFiles(lines, GrowingFile.begin(folder.resolve("audit-" + run + TIMES)));
            files.time(HEADINGS);
            return files;
        } catch (RunException e) {
            lines.close();
            throw e;
        }
    }

    static Path lines(Path folder, String run) {
        return folder.resolve("audit-" + run + ".txt");
    }

    /// @throws RunException if the disk is full; the run ends then, and leaves no log
    @Override
    public void passed(PassedStage stage, byte[] bytes, int length) {
        try {
            lines.append(bytes, length);
            first = first == Long.MIN_VALUE ? stage.began() : first;
            StringBuilder rows = new StringBuilder();
            for (PassedStage.Entry entry : stage.contributions()) {
                row(rows, stage, entry);
            }
            time(rows.toString());
        } catch (RunException e) {
            broken = true;
            throw e;
        }
    }

    private void row(StringBuilder rows, PassedStage stage, PassedStage.Entry entry) {
        rows.append(stage.stage().step()).append(',').append(stage.stage().token()).append(',')
                .append(stage.stage().layer()).append(',').append(stage.stage().kind().id()).append(',')
                .append(entry.slot()).append(',').append(entry.worker()).append(',').append(entry.arrival()).append(',')
                .append(stage.began() - first).append(',').append(entry.arrivedAt() - first)
                .append(",locked,").append(entry.address()).append('\n');
    }

    /// @throws RunException if the disk is full; the run ends then, and leaves no log
    @Override
    public void refused(RefusedContribution refusal) {
        try {
            StageId during = refusal.during();
            time((during == null ? ",,," : during.step() + "," + during.token() + "," + during.layer() + ","
                    + during.kind().id()) + ",,,,," + (first == Long.MIN_VALUE ? 0 : refusal.at() - first) + ","
                    + refusal.reason().id() + "," + refusal.address() + "\n");
        } catch (RunException e) {
            broken = true;
            throw e;
        }
    }

    private void time(String rows) {
        byte[] bytes = rows.getBytes(StandardCharsets.US_ASCII);
        times.append(bytes, bytes.length);
    }

    /// Moves both files into their place; where one could not be written, removes both.
    ///
    /// @throws RunException if that fails
    @Override
    public void close() {
        try (lines; times) {
            if (!broken) {
                lines.keep();
                times.keep();
            }
        }
    }
}
