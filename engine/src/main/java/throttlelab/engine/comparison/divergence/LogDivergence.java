package throttlelab.engine.comparison.divergence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throttlelab.engine.recording.AuditedStage;

/// The first difference of two audit logs.
///
/// @param cause what is different
/// @param within the step at which, counted from the beginning of the stretch
/// @param a the stage in the first log; nothing if it has none there
/// @param b the stage in the second log; nothing if it has none there
/// @param parted the contributions that are not equal, in slot order
record LogDivergence(Cause cause, long within, Optional<AuditedStage> a, Optional<AuditedStage> b, List<Pair> parted) {

    /// What both logs have in one slot.
    record Pair(int slot, Optional<AuditedStage.Contribution> a, Optional<AuditedStage.Contribution> b) {

        private boolean oneSided() {
            return a.isEmpty() || b.isEmpty();
        }

        private boolean otherAddress() {
            return !oneSided() && !a.get().address().equals(b.get().address());
        }
    }

    /// The stage in either log.
    AuditedStage any() {
        return a.or(() -> b).orElseThrow();
    }

    /// Lays two logs side by side until they part.
    ///
    /// @return nothing if they do not
    static Optional<LogDivergence> first(LogWindow a, LogWindow b) {
        try (LogWindow.Reader left = a.open(); LogWindow.Reader right = b.open()) {
            AuditedStage before = null;
            AuditedStage beforeThere = null;
            while (true) {
                Optional<AuditedStage> here = left.next();
                Optional<AuditedStage> there = right.next();
                if (here.isEmpty() && there.isEmpty()) {
                    return Optional.empty();
                }
                if (here.isEmpty() || there.isEmpty() || !sameStage(here.get(), a.from(), there.get(), b.from())) {
                    long within = here.isPresent() ? here.get().step() - a.from() : there.get().step() - b.from();
                    return Optional.of(new LogDivergence(Cause.OTHER_STAGES, within, here, there, List.of()));
                }
                Optional<LogDivergence> found = first(here.get(), there.get(), before, beforeThere, a.from());
                if (found.isPresent()) {
                    return found;
                }
                before = here.get();
                beforeThere = there.get();
            }
        }
    }

    private static boolean sameStage(AuditedStage a, long fromA, AuditedStage b, long fromB) {
        return a.step() - fromA == b.step() - fromB && a.layer() == b.layer() && a.kind() == b.kind();
    }

    /// @param before the stage before in the first log, equal to `beforeThere` in the second; both `null` at the beginning
    private static Optional<LogDivergence> first(AuditedStage here, AuditedStage there, AuditedStage before,
            AuditedStage beforeThere, long from) {
        long within = here.step() - from;
        if (!here.input().equals(there.input())) {
            // All that went into the stage before was equal, and all that came out of it.
            return Optional.of(before != null && before.step() == here.step()
                    ? new LogDivergence(Cause.COMBINED_DIFFERENTLY, within, Optional.of(before),
                            Optional.of(beforeThere), List.of())
                    : new LogDivergence(Cause.OTHER_WORK, within, Optional.of(here), Optional.of(there), List.of()));
        }
        if (here.contributions().equals(there.contributions())) {
            return Optional.empty();
        }
        List<Pair> parted = parted(here, there);
        return Optional.of(new LogDivergence(cause(parted), within, Optional.of(here), Optional.of(there), parted));
    }

    private static List<Pair> parted(AuditedStage a, AuditedStage b) {
        Map<Integer, AuditedStage.Contribution> left = bySlot(a);
        Map<Integer, AuditedStage.Contribution> right = bySlot(b);
        return Stream.concat(left.keySet().stream(), right.keySet().stream()).distinct().sorted()
                .map(slot -> new Pair(slot, Optional.ofNullable(left.get(slot)), Optional.ofNullable(right.get(slot))))
                .filter(pair -> !pair.a().equals(pair.b())).toList();
    }

    private static Map<Integer, AuditedStage.Contribution> bySlot(AuditedStage stage) {
        return stage.contributions().stream()
                .collect(Collectors.toMap(AuditedStage.Contribution::slot, Function.identity()));
    }

    /// Another division also has other slots, and another payload may come with a gate that opened early: the address
    /// decides first, then the payload.
    private static Cause cause(List<Pair> parted) {
        if (parted.stream().anyMatch(Pair::otherAddress)) {
            return Cause.OTHER_OWNER;
        }
        return parted.stream().allMatch(Pair::oneSided) ? Cause.MISSING_CONTRIBUTION : Cause.OTHER_PAYLOAD;
    }
}
