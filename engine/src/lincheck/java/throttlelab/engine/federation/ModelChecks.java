package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The stage barrier and the mailbox under Lincheck, and the same checks on broken ones, which they must catch.
///
/// Lincheck lets whoever parks wake up for no reason, as the platform may: a wake-up that is lost it cannot find.
/// jcstress can. The tests take those without the tag `full`, with few schedules.
class ModelChecks {

    private static final int SCENARIOS = 20;
    private static final StringBuilder SUMMARY = new StringBuilder();

    @Test
    void aStageOpensWithAllThatItExpects() {
        holds("a stage: two workers deliver, one of them twice", StageScenario.check(StageScenario.Real.class)::run);
    }

    @Tag("full")
    @Test
    void stagesInARowDrainWhatComesLate() {
        holds("two stages through mailboxes, late contributions", StagesScenario.check()::run);
    }

    @Tag("full")
    @Test
    void whoeverWaitsIsToldOfAStop() {
        holds("a stop while the barrier waits", EndScenario.stopped()::run);
    }

    @Tag("full")
    @Test
    void whoeverWaitsIsToldWhoFailed() {
        holds("a worker's failure while the barrier waits", EndScenario.failed()::run);
    }

    @Tag("full")
    @Test
    void everyAnswerIsThatOfCallsOneAfterAnother() {
        holds("sound, late and foreign contributions from three threads",
                () -> Deliveries.check(Deliveries.Real.class, SCENARIOS,
                        Math.ceilDiv(ModelCheck.INVOCATIONS, SCENARIOS)));
    }

    @Test
    void everythingThatIsPutIsTaken() {
        holds("a mailbox: two put, one takes", MailboxScenario.check(MailboxScenario.Real.class)::run);
    }

    @Test
    void aBarrierWithoutItsLockIsCaught() {
        caught("a barrier without its lock", StageScenario.check(StageScenario.Unguarded.class)::run);
    }

    @Tag("full")
    @Test
    void itsWrongAnswersAreCaught() {
        caught("the same, from three threads", () -> Deliveries.check(Deliveries.Unguarded.class, SCENARIOS, 100));
    }

    @Tag("full")
    @Test
    void aGateThatOpensTooEarlyIsCaught() {
        caught("a gate that opens one contribution too early", StageScenario.check(StageScenario.EarlyGate.class)::run);
    }

    @Tag("full")
    @Test
    void aMailboxWithoutAQueueForSeveralIsCaught() {
        caught("a mailbox with a plain array for a queue", MailboxScenario.check(MailboxScenario.Unguarded.class)::run);
    }

    private static void holds(String what, Supplier<ModelCheck.Found> check) {
        ModelCheck.Found found = check.get();
        assertThat(found.failure()).as(what).isNull();
        assertThat(found.invocations()).as("schedules of " + what).isPositive();
        note(what, found, "holds");
    }

    private static void caught(String what, Supplier<ModelCheck.Found> check) {
        ModelCheck.Found found = check.get();
        assertThat(found.failure()).as(what + " is not caught").isNotNull();
        note("broken: " + what, found, "caught");
    }

    private static void note(String what, ModelCheck.Found found, String outcome) {
        SUMMARY.append(String.format(Locale.ROOT, "%-62s %,9d  %s%n", what, found.invocations(), outcome));
    }

    @AfterAll
    static void summary() {
        System.out.printf("%n%-62s %9s%n%s", "Lincheck, model checking", "schedules", SUMMARY);
    }
}
