package throttlelab.engine.federation;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

/// Runs a scenario under Lincheck: a class whose methods are what the threads do, in schedules that Lincheck chooses
/// one by one, switching threads wherever they read or write what others see, lock, park or wake.
///
/// A schedule in which a method throws, or in which all threads wait for ever, is a failure.
final class ModelCheck {

    /// Schedules of each scenario; a scenario that has fewer is explored whole.
    static final int INVOCATIONS = Integer.getInteger("throttlelab.lincheck.invocations", 200);

    /// A schedule takes milliseconds, on a busy machine a second; what takes longer hangs, and has failed.
    private static final long PATIENCE_MS = 120_000;

    private final Class<?> scenario;
    private final List<Actor> before = new ArrayList<>();
    private final List<List<Actor>> threads = new ArrayList<>();
    private final List<Actor> after = new ArrayList<>();

    /// What came of it.
    ///
    /// @param invocations how many schedules ran
    /// @param failure what Lincheck found, with the schedule that leads to it, or `null`
    record Found(int invocations, String failure) {
    }

    ModelCheck(Class<?> scenario) {
        this.scenario = scenario;
    }

    /// What the first thread does before all others begin.
    ModelCheck before(String method) {
        before.add(actor(method));
        return this;
    }

    /// One more thread, which calls these methods in turn.
    ModelCheck thread(String... methods) {
        threads.add(Arrays.stream(methods).map(this::actor).toList());
        return this;
    }

    /// What is done when all threads have ended.
    ModelCheck after(String method) {
        after.add(actor(method));
        return this;
    }

    private Actor actor(String name) {
        Method method = Arrays.stream(scenario.getMethods()).filter(m -> m.getName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(scenario + " has no method " + name));
        return new Actor(method, List.of());
    }

    Found run() {
        ModelCheckingOptions options = new ModelCheckingOptions();
        options.iterations(0);
        options.addCustomScenario(new ExecutionScenario(before, threads, after, null));
        options.invocationsPerIteration(INVOCATIONS);
        options.verifier(NoThrow.class);
        return check(options, scenario);
    }

    /// Checks what `options` says, and counts.
    static Found check(ModelCheckingOptions options, Class<?> scenario) {
        options.invocationTimeout$lincheck(PATIENCE_MS);
        // Every thread has its own: nothing there can be seen by another.
        options.addGuarantee(forClasses(Checksum.class.getName(), Sha256.class.getName()).allMethods().ignore());
        Counted.reset();
        try {
            options.check(scenario);
            return new Found(Counted.invocations(), null);
        } catch (LincheckAssertionError e) {
            return new Found(Counted.invocations() + 1, e.getMessage().strip());
        }
    }
}
