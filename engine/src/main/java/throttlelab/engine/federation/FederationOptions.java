package throttlelab.engine.federation;

import java.util.Optional;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.SimdKernels;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.SystemClock;

/// What is handed to a federation besides its settings; nothing of it changes a bit of what comes out, except where an
/// order of delivery meets a broken policy, and except for a seeded defect.
///
/// @param kernels the arithmetic
/// @param clock where time comes from
/// @param order forces an order of arrival
/// @param audit takes the audit log
/// @param observer watches stages
/// @param gate pauses between stages
/// @param verify whether content addresses, checksums and the audit log are made; left out only to measure their cost
/// @param memory contributions that need not be computed again
/// @param patience what becomes of a run whose worker is dead
/// @param defect what is wrong with it on purpose, in a lesson; nothing in every other run
public record FederationOptions(Kernels kernels, Clock clock, DeliveryOrder order, AuditSink audit,
        StageObserver observer, StageGate gate, boolean verify, ContributionMemory memory,
        Patience patience, Optional<SeededDefect> defect) {

    /// SIMD kernels, real time, contributions as they come, nobody watching.
    public static final FederationOptions DEFAULT = new FederationOptions(new SimdKernels(), new SystemClock(),
            DeliveryOrder.AS_THEY_COME, AuditSink.NONE, StageObserver.NONE, StageGate.OPEN, true,
            ContributionMemory.NONE, Patience.DEFAULT, Optional.empty());

    /// These options with other arithmetic.
    public FederationOptions withKernels(Kernels other) {
        return new FederationOptions(other, clock, order, audit, observer, gate, verify, memory, patience, defect);
    }

    /// These options with another clock.
    public FederationOptions withClock(Clock other) {
        return new FederationOptions(kernels, other, order, audit, observer, gate, verify, memory, patience, defect);
    }

    /// These options with a forced order of arrival.
    public FederationOptions withOrder(DeliveryOrder other) {
        return new FederationOptions(kernels, clock, other, audit, observer, gate, verify, memory, patience, defect);
    }

    /// These options with a receiver of the audit log.
    public FederationOptions withAudit(AuditSink other) {
        return new FederationOptions(kernels, clock, order, other, observer, gate, verify, memory, patience, defect);
    }

    /// These options with somebody watching.
    public FederationOptions withObserver(StageObserver other) {
        return new FederationOptions(kernels, clock, order, audit, other, gate, verify, memory, patience, defect);
    }

    /// These options with pauses.
    public FederationOptions withGate(StageGate other) {
        return new FederationOptions(kernels, clock, order, audit, observer, other, verify, memory, patience, defect);
    }

    /// These options with contributions that need not be computed again.
    public FederationOptions withMemory(ContributionMemory other) {
        return new FederationOptions(kernels, clock, order, audit, observer, gate, verify, other, patience, defect);
    }

    /// These options with another patience for dead workers.
    public FederationOptions withPatience(Patience other) {
        return new FederationOptions(kernels, clock, order, audit, observer, gate, verify, memory, other, defect);
    }

    /// These options with something wrong on purpose: for lessons, and for nothing else.
    public FederationOptions withDefect(SeededDefect wrong) {
        return new FederationOptions(kernels, clock, order, audit, observer, gate, verify, memory, patience,
                Optional.of(wrong));
    }

    /// These options without addresses, checksums and audit log, for a benchmark.
    public FederationOptions unverified() {
        return new FederationOptions(kernels, clock, order, audit, observer, gate, false, memory, patience, defect);
    }
}
