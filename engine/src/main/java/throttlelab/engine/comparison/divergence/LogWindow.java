package throttlelab.engine.comparison.divergence;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.recording.AuditLogReader;
import throttlelab.engine.recording.AuditTimesReader;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.AuditedStage;

/// A stretch of an audit log.
///
/// @param log which one
/// @param from its first step
/// @param to one past its last step
record LogWindow(AuditedRun log, long from, long to) {

    /// A reader that skips what comes before the stretch.
    Reader open() {
        return new Reader(AuditLogReader.open(log.lines()));
    }

    /// Who delivered what in a stage, as it arrived; nothing where that was not noted.
    List<AuditTimesReader.Arrival> arrivals(long step, int layer, StageKind kind) {
        return log.times().map(times -> AuditTimesReader.arrivals(times, step, layer, kind)).orElse(List.of());
    }

    /// Reads a stretch stage by stage.
    final class Reader implements AutoCloseable {

        private final AuditLogReader reader;

        private Reader(AuditLogReader reader) {
            this.reader = reader;
        }

        Optional<AuditedStage> next() {
            Optional<AuditedStage> stage = reader.next();
            while (stage.isPresent() && stage.get().step() < from) {
                stage = reader.next();
            }
            return stage.filter(s -> s.step() < to);
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
