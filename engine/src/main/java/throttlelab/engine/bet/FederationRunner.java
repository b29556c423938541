package throttlelab.engine.bet;

import java.util.List;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.ThrottleProfile;

/// All that a bet needs of a model and its federations, so that what judges them can be tried on streams and times that
/// no federation ever gave.
public interface FederationRunner {

    /// Which model runs.
    ModelIdentity model();

    /// The version of the contract on numbers.
    String numerics();

    /// What it runs on.
    Environment environment();

    /// How many positions a prompt and its new tokens may take together.
    int maxPositions();

    /// The ids of a prompt, begin token first.
    ///
    /// @throws InputException if it cannot be encoded
    int[] encode(String prompt);

    /// What tokens say.
    String decode(int[] tokens);

    /// Refuses settings that do not fit each other or the model; nothing is started.
    ///
    /// @throws UsageException if they do not
    void check(FederationSettings settings);

    /// Opens a federation of its own for one run of a bet.
    ///
    /// @param run the run's name, such as `steady#2`
    Session open(String run, ThrottleProfile profile, FederationSettings settings);

    /// Opens a federation, at full speed and without throttle or audit log, whose streams nobody keeps.
    Session openWarmUp(FederationSettings settings);

    /// One open federation.
    interface Session extends AutoCloseable {

        /// Generates for one batch; see `Federation.run`.
        ///
        /// @throws RunException if a worker throws
        List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener) throws InterruptedException;

        /// What was measured since it was opened.
        FederationReport report();

        /// Ends the batch that is running, from any thread.
        void stop();

        @Override
        void close();
    }
}
