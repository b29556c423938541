package throttlelab.engine.federation;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import throttlelab.engine.digest.Checksum;

/// Whatever can be handed in, by three threads at once, in scenarios that Lincheck makes up: every answer is one that
/// calls one after another would have got.
@Param(name = "slot", gen = IntGen.class, conf = "0:2")
public abstract class Deliveries {

    private static final int SLOTS = 3;

    private final Desk desk;

    Deliveries(Desk desk) {
        this.desk = desk;
        desk.beginRun();
        desk.open(Desk.barrier(0, SLOTS, SLOTS), SLOTS);
        desk.open(Desk.barrier(1, SLOTS, SLOTS), SLOTS);
    }

    /// What is expected.
    @Operation
    public Acceptance sound(@Param(name = "slot") int slot) {
        return deliver(1, slot);
    }

    /// What was expected before.
    @Operation
    public Acceptance late(@Param(name = "slot") int slot) {
        return deliver(0, slot);
    }

    /// What nobody asked for.
    @Operation
    public Acceptance foreign(@Param(name = "slot") int slot) {
        return deliver(2, slot);
    }

    private Acceptance deliver(int stage, int slot) {
        Checksum crc = new Checksum();
        return desk.deliver(Desk.contribution(stage, slot, crc), crc);
    }

    /// What was refused so far.
    @Operation
    public String refusals() {
        return desk.refusals().toString();
    }

    /// @param scenarios how many are made up
    /// @param schedules of each of them
    static ModelCheck.Found check(Class<? extends Deliveries> deliveries, int scenarios, int schedules) {
        ModelCheckingOptions options = new ModelCheckingOptions();
        options.iterations(scenarios);
        options.invocationsPerIteration(schedules);
        options.threads(3);
        options.actorsPerThread(2);
        options.actorsBefore(1);
        options.actorsAfter(1);
        options.minimizeFailedScenario(false);
        options.verifier(OneAfterAnother.class);
        return ModelCheck.check(options, deliveries);
    }

    /// The real one.
    public static final class Real extends Deliveries {
        /// For Lincheck.
        public Real() {
            super(Desk.real());
        }
    }

    /// Broken: without a lock.
    public static final class Unguarded extends Deliveries {
        /// For Lincheck.
        public Unguarded() {
            super(new UnguardedDesk());
        }
    }
}
