package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.engine.bet.ForgedFederations.COMPUTE;
import static throttlelab.engine.bet.ForgedFederations.MILLI;
import static throttlelab.engine.bet.ForgedFederations.WALL_OF_NONE;
import static throttlelab.engine.throttle.Profiles.NONE;
import static throttlelab.engine.throttle.Profiles.RAMP;
import static throttlelab.engine.throttle.Profiles.STEADY;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.recording.TokenStream;

/// Every rule of the verdict, with a forgery that breaks it and one that just does not.
class JudgeTest {

    private final ForgedFederations federations = new ForgedFederations();

    @Test
    void aBitOfOneProfileIsLenient() throws InterruptedException {
        federations.stream("ramp", "two", s -> Forged.nudged(s, 2, 1));

        expect(Verdict.LENIENT, "Profile ramp differs from the first run of none in 0 tokens and 1 log-probabilities of"
                + " 15 positions, first in prompt p2 at token 3.");
    }

    @Test
    void aTokenOfOneProfileIsCatastrophic() throws InterruptedException {
        federations.stream("steady", "one", s -> Forged.flipped(s, 0)).stream("ramp", "one", s -> Forged.nudged(s, 0, 1));

        expect(Verdict.CATASTROPHIC, "Profile steady differs from the first run of none in 1 tokens and 0"
                + " log-probabilities of 15 positions, first in prompt p1 at token 1.",
                "Profile ramp differs from the first run of none in 0 tokens and 1 log-probabilities of 15 positions,"
                        + " first in prompt p1 at token 1.");
    }

    @Test
    void oneProfileMeasuresNothing() throws InterruptedException {
        BetResult result = Bets.run(federations, NONE);

        assertThat(result.verdict()).isEqualTo(Verdict.VOID);
        assertThat(result.judgement().reasons())
                .containsExactly("Only 1 throttle profile was run, and 2 are needed for a comparison: add one.");
    }

    @Test
    void repeatingNoneDoesNotMakeASecondProfile() throws InterruptedException {
        assertThat(Bets.run(federations, Bets.plan(CombinePolicy.CONTENT_ADDRESSED, 1, 3, NONE)).verdict())
                .isEqualTo(Verdict.VOID);
    }

    @Test
    void aMeasuredFactorBelowNineTenthsIsVoid() throws InterruptedException {
        long delayForFourAndAHalf = COMPUTE * 7 / 2;
        federations.report("steady", r -> ForgedFederations.worker(r, 3, 5, COMPUTE, delayForFourAndAHalf));
        expect(Verdict.STRICT);

        federations.report("steady", r -> ForgedFederations.worker(r, 3, 5, COMPUTE, delayForFourAndAHalf - MILLI));
        expect(Verdict.VOID, "Profile steady: worker-3 was set to 5.00x but measured 4.49x, which is less than 0.9 of it.");
    }

    @Test
    void workersWithoutWorkOrThrottleAreNotMeasured() throws InterruptedException {
        federations.report("ramp", r -> ForgedFederations.worker(r, 7, 4.5, 0, 0));

        expect(Verdict.STRICT);
    }

    @Test
    void aThrottledProfileThatHoldsNobodyBackIsVoid() throws InterruptedException {
        federations.report("ramp", r -> {
            FederationReport changed = r;
            for (int worker = 0; worker < 8; worker++) {
                changed = ForgedFederations.worker(changed, worker, 1, COMPUTE, 0);
            }
            return changed;
        });

        expect(Verdict.VOID, "Profile ramp held no worker back.");
    }

    @Test
    void aWallTimeBelowTheBusiestWorkerIsVoid() throws InterruptedException {
        UnaryOperator<FederationReport> busy = r -> ForgedFederations.worker(r, 2, 5, COMPUTE, 4 * COMPUTE);
        federations.report("steady", r -> ForgedFederations.wall(busy.apply(r), 5 * COMPUTE));
        expect(Verdict.STRICT);

        federations.report("steady", r -> ForgedFederations.wall(busy.apply(r), 5 * COMPUTE - 1));
        expect(Verdict.VOID, "Profile steady: its wall time of 0.500 s is below the 0.500 s that worker-0 was busy.");
    }

    @Test
    void theWallTimeOfNoneMustHoldItsWorkersToo() throws InterruptedException {
        federations.report("none", r -> ForgedFederations.wall(r, COMPUTE - 1));

        expect(Verdict.VOID, "Profile none: its wall time of 0.100 s is below the 0.100 s that worker-0 was busy.");
    }

    @Test
    void aThrottledProfileThatTakesNoLongerThanNoneIsVoid() throws InterruptedException {
        federations.report("none", r -> ForgedFederations.wall(r, 10 * WALL_OF_NONE));
        federations.report("ramp", r -> ForgedFederations.wall(r, 10 * WALL_OF_NONE + 1));
        federations.report("steady", r -> ForgedFederations.wall(r, 10 * WALL_OF_NONE + 1));
        expect(Verdict.STRICT);

        federations.report("ramp", r -> ForgedFederations.wall(r, 10 * WALL_OF_NONE));
        expect(Verdict.VOID, "Profile ramp: its wall time of 4.000 s is not above the 4.000 s of none.");
    }

    @Test
    void aDivergenceIsNotHiddenByWhatWouldBeVoid() throws InterruptedException {
        federations.report("ramp", r -> ForgedFederations.wall(r, 1)).stream("ramp", "one", s -> Forged.nudged(s, 0, 1));
        BetResult lenient = judged();
        assertThat(lenient.verdict()).isEqualTo(Verdict.LENIENT);
        assertThat(lenient.judgement().reasons()).as("what diverged, then what was not measured").hasSize(3)
                .first().asString().startsWith("Profile ramp differs from the first run of none");

        federations.stream("ramp", "one", s -> Forged.flipped(s, 0));
        assertThat(judged().verdict()).isEqualTo(Verdict.CATASTROPHIC);
    }

    @Test
    void unequalAuditDigestsBarStrict() throws InterruptedException {
        federations.report("ramp", r -> ForgedFederations.audit(r, Forged.digest(46)));

        expect(Verdict.LENIENT, "Profile ramp: its audit digest is not that of none, so some contribution differed on the"
                + " way.");
    }

    @Test
    void unequalAuditDigestsDoNotMakeACatastropheLenient() throws InterruptedException {
        federations.report("ramp", r -> ForgedFederations.audit(r, Forged.digest(46)))
                .stream("ramp", "one", s -> Forged.flipped(s, 0));

        assertThat(judged().verdict()).isEqualTo(Verdict.CATASTROPHIC);
    }

    /// A run that was cut short has a shorter log; that is no divergence.
    @Test
    void theAuditLogOfAnIncompleteRunIsNotHeldAgainstIt() throws InterruptedException {
        federations.report("steady", r -> ForgedFederations.audit(r, Forged.digest(46)));
        Bet bet = new Bet(federations, Bets.plan(NONE, STEADY), Bets.CRITERIA, List.of(), Bets.TIME);

        BetResult result = bet.run(new BetListener() {
            @Override
            public void onToken(BetProgress progress) {
                if (progress.tokensDone() == 20) {
                    bet.stop();
                }
            }
        });

        assertThat(result.verdict()).isEqualTo(Verdict.VOID);
    }

    @Test
    void anEqualBaselineIsReported() throws InterruptedException {
        BetResult result = judged(CombinePolicy.CONTENT_ADDRESSED, baseline(s -> s));

        assertThat(result.verdict()).isEqualTo(Verdict.STRICT);
        assertThat(result.baseline()).hasValueSatisfying(b -> {
            assertThat(b.id()).isEqualTo("forged-none");
            assertThat(b.comparison().totals().comparisons()).isEqualTo(2 * 5);
        });
        assertThat(result.judgement().totals().comparisons()).as("it stands apart").isEqualTo(45);
    }

    @Test
    void aDivergingBaselineLowersTheVerdictUnderContentAddressed() throws InterruptedException {
        assertThat(judged(CombinePolicy.CONTENT_ADDRESSED, baseline(s -> Forged.nudged(s, 1, 1))))
                .matches(r -> r.verdict() == Verdict.LENIENT)
                .extracting(r -> r.judgement().reasons()).asString()
                .contains("Profile none differs from the baseline forged-none in 0 tokens and 2 log-probabilities of 10");
        assertThat(judged(CombinePolicy.CONTENT_ADDRESSED, baseline(s -> Forged.flipped(s, 1))).verdict())
                .isEqualTo(Verdict.CATASTROPHIC);
    }

    @ParameterizedTest
    @EnumSource(value = CombinePolicy.class, mode = EnumSource.Mode.EXCLUDE, names = "CONTENT_ADDRESSED")
    void aDivergingBaselineLowersNothingUnderABrokenPolicy(CombinePolicy policy) throws InterruptedException {
        BetResult result = judged(policy, baseline(s -> Forged.flipped(s, 1)));

        assertThat(result.verdict()).isEqualTo(Verdict.STRICT);
        assertThat(result.baseline().orElseThrow().comparison().totals().tokenDivergences()).isEqualTo(2);
    }

    @Test
    void onlyTheCommonTokensAreComparedWithTheBaseline() throws InterruptedException {
        Recording longer = baseline(s -> ForgedFederations.honest("x", 0), 0);
        assertThat(judged(CombinePolicy.CONTENT_ADDRESSED, longer).baseline().orElseThrow().comparison().totals()
                .comparisons()).isZero();

        Recording ten = baseline(s -> s, 10);
        assertThat(judged(CombinePolicy.CONTENT_ADDRESSED, ten).baseline().orElseThrow().comparison().totals()
                .comparisons()).isEqualTo(10);
    }

    @Test
    void aBaselineThatDoesNotFitIsNotCompared() throws InterruptedException {
        RunSetup setup = Forged.setup(5);
        ModelIdentity other = new ModelIdentity("x", 1, Forged.digest(99), Forged.MODEL.tokenizerDigest());
        ModelIdentity otherTokenizer = new ModelIdentity("x", 1, Forged.MODEL.digest(), Forged.digest(99));
        FederationSettings majority = new FederationSettings(setup.federation().partition(), 8, CombinePolicy.MAJORITY,
                setup.federation().tempo());

        assertNull(Forged.recording("none", new RunSetup(other, "numbers-1", setup.federation(), 1, 5), one("one")));
        assertNull(Forged.recording("none", new RunSetup(otherTokenizer, "numbers-1", setup.federation(), 1, 5),
                one("one")));
        assertNull(Forged.recording("none", new RunSetup(Forged.MODEL, "numbers-2", setup.federation(), 1, 5),
                one("one")));
        assertNull(Forged.recording("none", new RunSetup(Forged.MODEL, "numbers-1", majority, 1, 5), one("one")));
        assertNull(Forged.recording("none", setup, one("another text")));
        assertNull(Forged.recording("none", setup, new RecordedPrompt(new Prompt("p9", "one"), new int[0],
                Forged.stream(5))));
    }

    @Test
    void theBaselineWithMostInCommonIsTaken() throws InterruptedException {
        Recording small = Forged.recording("small", 5, one("one"));
        Recording large = baseline(s -> s);

        BetResult result = Bets.run(federations, Bets.plan(NONE, STEADY), small, large);

        assertThat(result.baseline()).map(BaselineComparison::id).contains("forged-none");
    }

    private void assertNull(Recording baseline) throws InterruptedException {
        assertThat(judged(CombinePolicy.CONTENT_ADDRESSED, baseline).baseline()).isEmpty();
    }

    private static RecordedPrompt one(String text) {
        return new RecordedPrompt(new Prompt("p1", text), new int[0], ForgedFederations.honest(text, 5));
    }

    private static Recording baseline(UnaryOperator<TokenStream> change) {
        return baseline(change, 5);
    }

    /// Prompts p1 and p2 of the bet and one that is not in it.
    private static Recording baseline(UnaryOperator<TokenStream> change, int tokens) {
        return Forged.recording("none", Forged.setup(5),
                new RecordedPrompt(new Prompt("p1", "one"), new int[0],
                        change.apply(ForgedFederations.honest("one", tokens))),
                new RecordedPrompt(new Prompt("p2", "two"), new int[0],
                        change.apply(ForgedFederations.honest("two", tokens))),
                new RecordedPrompt(new Prompt("p8", "eight"), new int[0], Forged.stream(5)));
    }

    private void expect(Verdict verdict, String... reasons) throws InterruptedException {
        Judgement judgement = judged().judgement();
        assertThat(judgement.reasons()).containsExactly(reasons);
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    private BetResult judged() throws InterruptedException {
        return Bets.run(federations, NONE, STEADY, RAMP);
    }

    private BetResult judged(CombinePolicy policy, Recording baseline) throws InterruptedException {
        return Bets.run(federations, Bets.plan(policy, 3, 1, NONE, STEADY, RAMP), baseline);
    }
}
