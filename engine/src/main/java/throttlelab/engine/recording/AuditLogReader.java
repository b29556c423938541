package throttlelab.engine.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.words.Sentence;

/// Reads the timing-free audit log of a run, stage by stage, as it stands on disk: a line for each contribution,
/// `step layer stage slot address input checksum`.
public final class AuditLogReader implements AutoCloseable {

    private static final int FIELDS = 7;
    private static final int MOST_SLOTS = 8;

    private final AuditLines lines;
    private Line ahead;
    private long lastStep;

    private record Line(long step, int layer, StageKind kind, int slot, Sha256 address, Sha256 input, int checksum) {

        boolean sameStage(Line other) {
            return step == other.step && layer == other.layer && kind == other.kind;
        }

        AuditedStage.Contribution contribution() {
            return new AuditedStage.Contribution(slot, address, checksum);
        }
    }

    private AuditLogReader(AuditLines lines) {
        this.lines = lines;
    }

    /// Opens a log.
    ///
    /// @throws InputException if it cannot be read
    public static AuditLogReader open(Path file) {
        return new AuditLogReader(new AuditLines(file));
    }

    /// The next stage; nothing at the end of the log.
    ///
    /// @throws InputException if a line is none of such a log, or stands in the wrong place; names file and line
    public Optional<AuditedStage> next() {
        Line first = ahead != null ? ahead : read();
        if (first == null) {
            return Optional.empty();
        }
        if (first.step < lastStep) {
            throw lines.wrong(Sentence.of("recording.step-comes-after-step", first.step, lastStep));
        }
        lastStep = first.step;
        long begins = lines.number();
        List<AuditedStage.Contribution> contributions = new ArrayList<>(MOST_SLOTS);
        contributions.add(first.contribution());
        for (ahead = read(); ahead != null && ahead.sameStage(first); ahead = read()) {
            if (ahead.slot <= contributions.getLast().slot()) {
                throw lines.wrong(Sentence.of("recording.slot-comes-after-slot", ahead.slot,
                        contributions.getLast().slot()));
            }
            if (!ahead.input.equals(first.input)) {
                throw lines.wrong(Sentence.of("recording.the-input-is-not-the"));
            }
            contributions.add(ahead.contribution());
        }
        return Optional.of(new AuditedStage(first.step, first.layer, first.kind, first.input, contributions, begins));
    }

    /// @return `null` at the end
    private Line read() {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        String[] fields = lines.fields(line, " ", FIELDS);
        return new Line(lines.integer(fields[0], Long.MAX_VALUE), (int) lines.integer(fields[1], Integer.MAX_VALUE),
                lines.kind(fields[2]), (int) lines.integer(fields[3], MOST_SLOTS - 1), lines.digest(fields[4]),
                lines.digest(fields[5]), lines.checksum(fields[6]));
    }

    @Override
    public void close() {
        lines.close();
    }
}
