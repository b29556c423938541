package throttlelab.engine.federation;

import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/// Counts the schedules that end, whose results another verifier then judges.
///
/// Lincheck puts all static state that a schedule touches back to what it was; verifiers stand outside of schedules.
abstract class Counted implements Verifier {

    private static int invocations;

    static void reset() {
        invocations = 0;
    }

    static int invocations() {
        return invocations;
    }

    @Override
    public final boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
        boolean right = right(scenario, results);
        if (right) {
            invocations++;
        }
        return right;
    }

    abstract boolean right(ExecutionScenario scenario, ExecutionResult results);
}
