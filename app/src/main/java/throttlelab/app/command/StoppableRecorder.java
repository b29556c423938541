package throttlelab.app.command;

import java.time.InstantSource;
import java.util.Optional;
import throttlelab.app.host.Host;
import throttlelab.app.host.StopSignal;
import throttlelab.engine.RunException;
import throttlelab.engine.bet.Recorder;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.throttle.ThrottleProfile;

/// Makes a recording that ends with the wish to stop.
final class StoppableRecorder {

    private StoppableRecorder() {
    }

    /// @return nothing if it was stopped: half a recording is none
    static Optional<Recording> record(Host host, Recorder recorder, String id, ThrottleProfile profile,
            RunListener listener) throws InterruptedException {
        try (StopSignal.Registration _ = host.stop().onStop(recorder::stop)) {
            return Optional.of(recorder.record(id, profile, InstantSource.system(), listener));
        } catch (RunException e) {
            if (host.stop().raised()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
