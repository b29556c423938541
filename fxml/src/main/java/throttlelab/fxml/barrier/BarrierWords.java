package throttlelab.fxml.barrier;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import throttlelab.fxml.texts.Texts;

/// The barrier in words.
final class BarrierWords {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private BarrierWords() {
    }

    /// A time in milliseconds, without decimals where there are enough digits.
    static String millis(long nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        return Texts.number(millis < 9.95 ? "%.1f" : "%.0f", millis);
    }

    /// A longer time in seconds.
    static String seconds(long nanos) {
        return Texts.number("%.1f", nanos / NANOS_PER_SECOND);
    }

    /// Before the worker's name, or all there is.
    static String wait(BarrierWait wait) {
        return switch (wait.kind()) {
            case NOTHING -> "";
            case WORKING -> Texts.get("barrier.wait.working");
            case FOR_ONE -> Texts.get("barrier.wait.one", millis(wait.nanos()));
            case FOR_SEVERAL -> Texts.get("barrier.wait.several", millis(wait.nanos()), wait.count());
            case FOR_DEAD, STALLED, AT_END -> missing(wait);
            case WAITED -> Texts.get("barrier.wait.over", millis(wait.nanos()));
            case WENT_ON -> Texts.get("barrier.wait.without", wait.count());
        };
    }

    private static String missing(BarrierWait wait) {
        String kind = "barrier.wait." + wait.kind().name().toLowerCase(Locale.ROOT);
        return wait.missing().size() == 1 ? Texts.get(kind, seconds(wait.nanos()))
                : Texts.get(kind + ".some", seconds(wait.nanos()), wait.count());
    }

    /// What became of the one that is missing.
    static String note(BarrierWait wait) {
        return Texts.get(wait.kind() == BarrierWait.Kind.STALLED ? "barrier.wait.silent" : "barrier.wait.revive");
    }

    /// How the shown stage stands for others; empty where it stands for itself.
    static String sampled(BarrierSnapshot shown) {
        if (shown.sampled() < 2) {
            return "";
        }
        return Texts.get(shown.slowed() > 1 ? "barrier.replayed" : "barrier.sampled", shown.sampled());
    }

    static String gate(BarrierGate gate) {
        return Texts.get(gate.open() ? "barrier.gate.open" : "barrier.gate.closed");
    }

    static String arrived(BarrierGate gate) {
        return gate.required() < gate.expected()
                ? Texts.get("barrier.gate.early", gate.arrived(), gate.expected(), gate.required())
                : Texts.get("barrier.gate.all", gate.arrived(), gate.expected());
    }

    static String phase(BarrierPhase phase) {
        return Texts.get("barrier.phase." + phase.name().toLowerCase(Locale.ROOT));
    }

    static String order(int arrival) {
        return Texts.get("barrier.order." + arrival);
    }

    static String sum(BarrierSnapshot shown) {
        return Texts.get(shown.stage().head() ? "barrier.sum.head" : switch (shown.gate().combining()) {
            case SLOT_ORDER -> "barrier.sum.slot";
            case ARRIVAL_ORDER -> "barrier.sum.arrival";
            case EARLY -> "barrier.sum.early";
        });
    }

    /// When the sum begins, while it has not.
    static String later(BarrierSnapshot shown) {
        return Texts.get(shown.gate().combining() == BarrierCombining.ARRIVAL_ORDER && !shown.stage().head()
                ? "barrier.sum.first" : "barrier.sum.later");
    }

    /// Everything, for those who cannot see it.
    static String all(BarrierSnapshot shown, IntFunction<String> names) {
        if (shown.stage().number() < 0) {
            return Texts.get("barrier.empty");
        }
        String wait = wait(shown.waiting());
        String slots = shown.slots().stream().map(slot -> names.apply(slot.worker()) + " " + phase(slot.phase()))
                .collect(Collectors.joining(", "));
        return (shown.past() ? Texts.get("barrier.past") + ": " : "") + shown.title() + ". "
                + (wait.isEmpty() ? "" : wait + named(shown.waiting(), names) + ". ") + gate(shown.gate()) + ", " + arrived(shown.gate()) + ". " + slots + ".";
    }

    private static String named(BarrierWait wait, IntFunction<String> names) {
        if (!wait.missing().isEmpty()) {
            return wait.missing().stream().map(names::apply).collect(Collectors.joining(", ", " ", ""))
                    + (wait.missing().size() == 1 ? ", " + note(wait) : "");
        }
        return wait.worker() < 0 ? "" : " " + names.apply(wait.worker());
    }
}
