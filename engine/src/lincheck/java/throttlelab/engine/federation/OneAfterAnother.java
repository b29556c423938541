package throttlelab.engine.federation;

import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.LinearizabilityVerifier;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/// Takes every schedule whose results could have come from calls one after another.
public final class OneAfterAnother extends Counted {

    private final Verifier linearizability;

    /// @param sequential what the calls do one after another
    public OneAfterAnother(Class<?> sequential) {
        linearizability = new LinearizabilityVerifier(sequential);
    }

    @Override
    boolean right(ExecutionScenario scenario, ExecutionResult results) {
        return linearizability.verifyResults(scenario, results);
    }
}
