package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.stream.Collectors;
import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// What the coordinator does at a stage barrier: how many contributions it waits for, and in which order it adds them.
public enum CombinePolicy {

    /// The real one: waits for every expected contribution, combines in slot order.
    CONTENT_ADDRESSED("content-addressed"),

    /// Broken: waits for all, adds in the order of arrival.
    ARRIVAL_ORDER("arrival-order"),

    /// Broken: goes on after ⌊n/2⌋ + 1 of the n expected.
    MAJORITY("majority"),

    /// Broken: goes on after the first.
    FIRST_RESPONSE("first-response");

    private final String id;

    CombinePolicy(String id) {
        this.id = id;
    }

    /// Its name in files, on the command line and on screens.
    public String id() {
        return id;
    }

    /// Whether it lets speed change the answer, for teaching and as a control that must fail.
    public boolean broken() {
        return this != CONTENT_ADDRESSED;
    }

    /// Whether the order of arrival is the order of addition.
    public boolean addsInArrivalOrder() {
        return this == ARRIVAL_ORDER;
    }

    /// How many of `expected` contributions open the gate.
    public int required(int expected) {
        return switch (this) {
            case CONTENT_ADDRESSED, ARRIVAL_ORDER -> expected;
            case MAJORITY -> expected / 2 + 1;
            case FIRST_RESPONSE -> 1;
        };
    }

    /// The policy that goes by `id`.
    ///
    /// @throws UsageException if there is none
    public static CombinePolicy of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst()
                .orElseThrow(() -> new UsageException(Sentence.of("federation.there-is-no-policy-use", id,
                        Arrays.stream(values()).map(CombinePolicy::id).collect(Collectors.joining(", ")))));
    }
}
