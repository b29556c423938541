package throttlelab.engine.federation;

import java.util.stream.Stream;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;

/// Takes every schedule in which nothing has been thrown: the scenario's own methods judge.
public final class NoThrow extends Counted {

    /// @param sequential not used
    public NoThrow(Class<?> sequential) {
    }

    @Override
    boolean right(ExecutionScenario scenario, ExecutionResult results) {
        Stream<?> threads = results.getThreadsResultsWithClock().stream().flatMap(thread -> thread.stream())
                .map(ResultWithClock::getResult);
        return Stream.of(results.getInitResults().stream(), threads, results.getPostResults().stream())
                .flatMap(part -> part).noneMatch(ExceptionResult.class::isInstance);
    }
}
