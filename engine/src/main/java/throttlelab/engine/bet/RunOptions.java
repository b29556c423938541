package throttlelab.engine.bet;

import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.numerics.Kernels;

/// What is handed to the federation of each run of a bet: above all the audit log it writes to.
public interface RunOptions {

    /// The arithmetic, the same for all runs.
    Kernels kernels();

    /// The options of a run that is about to begin.
    ///
    /// @param run the run's name, such as `steady#2`
    FederationOptions open(String run);

    /// The run is over, well or badly, and its federation closed.
    void close(String run);
}
