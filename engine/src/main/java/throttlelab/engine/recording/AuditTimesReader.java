package throttlelab.engine.recording;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import throttlelab.engine.InputException;
import throttlelab.engine.federation.StageKind;

/// Looks up in the timed part of an audit log who delivered the contributions of a stage, and in which order.
public final class AuditTimesReader {

    private static final int FIELDS = 11;
    private static final int OUTCOME = 9;
    private static final String COMBINED = "locked";

    /// A contribution that was combined.
    ///
    /// @param slot its slot
    /// @param worker who delivered it
    /// @param arrival its place in the order of arrival, from 0
    public record Arrival(int slot, int worker, int arrival) {
    }

    private AuditTimesReader() {
    }

    /// What was combined in one stage, as it arrived; nothing if the stage is not there.
    ///
    /// @throws InputException if the file cannot be read, or the stage's lines are none of such a file
    public static List<Arrival> arrivals(Path file, long step, int layer, StageKind kind) {
        String stage = step + ",";
        List<Arrival> arrivals = new ArrayList<>();
        try (AuditLines lines = new AuditLines(file)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith(stage)) {
                    String[] fields = lines.fields(line, ",", FIELDS);
                    if (fields[OUTCOME].equals(COMBINED) && lines.kind(fields[3]) == kind
                            && lines.integer(fields[2], Integer.MAX_VALUE) == layer) {
                        arrivals.add(new Arrival((int) lines.integer(fields[4], 7), (int) lines.integer(fields[5], 7),
                                (int) lines.integer(fields[6], 7)));
                    }
                } else if (!arrivals.isEmpty()) {
                    break;
                }
            }
        }
        arrivals.sort(Comparator.comparingInt(Arrival::arrival));
        return List.copyOf(arrivals);
    }
}
