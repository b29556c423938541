package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.throttle.Profiles.NONE;
import static throttlelab.engine.throttle.Profiles.PHONE;
import static throttlelab.engine.throttle.Profiles.RAMP;
import static throttlelab.engine.throttle.Profiles.STEADY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.throttle.Tempo;

class BetTest {

    private final ForgedFederations federations = new ForgedFederations();

    @Test
    void equalStreamsAreStrict() throws InterruptedException {
        BetResult result = Bets.run(federations, NONE, STEADY, RAMP);

        assertThat(result.verdict()).isEqualTo(Verdict.STRICT);
        assertThat(result.judgement().reasons()).isEmpty();
        assertThat(result.judgement().totals()).isEqualTo(new Totals(3 * 5 * 3, 0, 0, 0, 0, 0));
        assertThat(result.runs()).extracting(ProfileRun::name).containsExactly("none", "steady", "ramp");
        assertThat(result.runs().getFirst().prompts()).extracting(RecordedPrompt::id).containsExactly("p1", "p2", "p3");
    }

    @Test
    void everyProfileHasAFederationOfItsOwnAndPromptsComeInBatches() throws InterruptedException {
        Bets.run(federations, NONE, STEADY);

        assertThat(federations.opened).containsExactly("none", "steady");
        assertThat(federations.closed).containsExactly("none", "steady");
        assertThat(federations.batches).containsExactly(2, 1, 2, 1);
    }

    @Test
    void noneRunsFirstWhetherItIsNamedOrNot() throws InterruptedException {
        assertThat(Bets.run(federations, STEADY).runs()).extracting(ProfileRun::name).containsExactly("none", "steady");
        assertThat(Bets.run(federations, STEADY, NONE).runs()).extracting(ProfileRun::name)
                .containsExactly("none", "steady");
    }

    @Test
    void repeatsAreComparedWithTheFirstRunOfNone() throws InterruptedException {
        federations.stream("none#2", "two", s -> Forged.nudged(s, 4, 1));

        BetResult result = Bets.run(federations, Bets.plan(CombinePolicy.CONTENT_ADDRESSED, 3, 2, NONE, STEADY));

        assertThat(result.runs()).extracting(ProfileRun::name).containsExactly("none", "steady", "none#2", "steady#2");
        assertThat(result.judgement().totals()).isEqualTo(new Totals(60, 0, 1, 0, 0, 1));
        assertThat(result.judgement().comparisons()).extracting(c -> c.totals().logprobDivergences())
                .containsExactly(0L, 0L, 1L, 0L);
        assertThat(result.verdict()).isEqualTo(Verdict.LENIENT);
    }

    @Test
    void repeatsOfNoneNeedNotBeSlowerThanNone() throws InterruptedException {
        assertThat(Bets.run(federations, Bets.plan(CombinePolicy.CONTENT_ADDRESSED, 3, 2, NONE, STEADY)).verdict())
                .isEqualTo(Verdict.STRICT);
    }

    @Test
    void stoppingKeepsWhatIsComplete() throws InterruptedException {
        Bet bet = new Bet(federations, Bets.plan(NONE, STEADY, RAMP), Bets.CRITERIA, List.of(), Bets.TIME);

        BetResult result = bet.run(new BetListener() {
            @Override
            public void onToken(BetProgress progress) {
                if (progress.run().equals("steady") && progress.tokensDone() == 15 + 4) {
                    bet.stop();
                }
            }
        });

        assertThat(result.runs()).extracting(ProfileRun::name).containsExactly("none", "steady");
        assertThat(result.runs()).extracting(ProfileRun::complete).containsExactly(true, false);
        assertThat(result.runs().get(1).prompts()).extracting(p -> p.stream().length()).containsExactly(2, 2, 0);
        assertThat(result.judgement().totals()).isEqualTo(new Totals(15 + 4, 0, 0, 0, 11 + 15, 0));
        assertThat(result.verdict()).isEqualTo(Verdict.VOID);
        assertThat(result.judgement().reasons())
                .containsExactly("The comparison is incomplete: 26 of 45 positions are missing.");
        assertThat(federations.closed).containsExactly("none", "steady");
    }

    @Test
    void aDivergenceSeenBeforeTheStopIsNotHidden() throws InterruptedException {
        federations.stream("steady", "one", s -> Forged.flipped(s, 0));
        Bet bet = new Bet(federations, Bets.plan(NONE, STEADY), Bets.CRITERIA, List.of(), Bets.TIME);

        BetResult result = bet.run(new BetListener() {
            @Override
            public void onToken(BetProgress progress) {
                if (progress.verdictSoFar() == Verdict.CATASTROPHIC) {
                    bet.stop();
                }
            }
        });

        assertThat(result.judgement().totals().comparisons()).isLessThan(30);
        assertThat(result.verdict()).isEqualTo(Verdict.CATASTROPHIC);
    }

    @Test
    void aBetStoppedBeforeItBeganRunsNothing() throws InterruptedException {
        Bet bet = new Bet(federations, Bets.plan(NONE, STEADY), Bets.CRITERIA, List.of(), Bets.TIME);
        bet.stop();

        BetResult result = bet.run(BetListener.NONE);

        assertThat(federations.opened).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VOID);
        assertThat(result.claims().observed()).isEqualTo("No position was compared.");
    }

    /// What warms up leaves no trace: no run, no token, no open federation.
    @Test
    void theWarmUpIsNotPartOfTheBet() throws InterruptedException {
        int[] runs = new int[1];
        federations.duringWarmUp = () -> runs[0]++;

        BetResult result = Bets.run(federations, NONE, STEADY);

        assertThat(runs[0]).isPositive();
        assertThat(federations.warmUps).isZero();
        assertThat(federations.opened).containsExactly("none", "steady");
        assertThat(result.judgement().totals().comparisons()).isEqualTo(30);
    }

    @Test
    void stoppingDuringTheWarmUpIsPrompt() throws InterruptedException {
        Bet bet = new Bet(federations, Bets.plan(NONE, STEADY), Bets.CRITERIA, List.of(), Bets.TIME);
        int[] runs = new int[1];
        federations.duringWarmUp = () -> {
            runs[0]++;
            bet.stop();
        };

        BetResult result = bet.run(BetListener.NONE);

        assertThat(runs[0]).isEqualTo(1);
        assertThat(federations.warmUpStops).isEqualTo(1);
        assertThat(federations.opened).isEmpty();
        assertThat(result.verdict()).isEqualTo(Verdict.VOID);
    }

    @Test
    void progressCountsEveryToken() throws InterruptedException {
        federations.stream("steady", "three", s -> Forged.nudged(Forged.flipped(s, 1), 3, 1));
        List<BetProgress> seen = new ArrayList<>();
        List<String> marks = new ArrayList<>();
        Bet bet = new Bet(federations, Bets.plan(NONE, STEADY), Bets.CRITERIA, List.of(), Bets.TIME);

        BetResult result = bet.run(new BetListener() {
            @Override
            public void onRunBegun(PlannedRun run, BetProgress progress) {
                marks.add("begun " + run.name() + " at " + progress.tokensDone());
            }

            @Override
            public void onToken(BetProgress progress) {
                seen.add(progress);
            }

            @Override
            public void onRunEnded(ProfileRun run, Comparison comparison, BetProgress progress) {
                marks.add("ended " + run.name() + " " + comparison.totals().verdict());
            }
        });

        assertThat(seen).hasSize(30).extracting(BetProgress::tokensDone).startsWith(1L, 2L).endsWith(30L);
        assertThat(seen.getLast().tokensTotal()).isEqualTo(30);
        assertThat(seen.getLast().left()).contains(Duration.ZERO);
        assertThat(marks).containsExactly("begun none at 0", "ended none STRICT", "begun steady at 15",
                "ended steady CATASTROPHIC");
        Totals live = seen.getLast().soFar();
        Totals whole = result.judgement().totals();
        assertThat(live.comparisons()).isEqualTo(whole.comparisons());
        assertThat(live.tokenDivergences()).isEqualTo(whole.tokenDivergences()).isEqualTo(1);
        assertThat(live.logprobDivergences()).isEqualTo(whole.logprobDivergences()).isEqualTo(1);
        assertThat(live.consequences()).isEqualTo(whole.consequences()).isEqualTo(1);
    }

    @Test
    void aWorkerThatThrowsEndsItAndEveryFederationIsClosed() {
        federations.failing(new RunException("worker-3 failed."));

        assertThatThrownBy(() -> Bets.run(federations, NONE, PHONE)).isInstanceOf(RunException.class)
                .hasMessage("worker-3 failed.");
        assertThat(federations.closed).isEqualTo(federations.opened).containsExactly("none");
    }

    @Test
    void whatCannotRunIsRefusedBeforeAnythingIsOpened() {
        var majorityOfTwo = new FederationSettings(PartitionKind.SLICED, 2, CombinePolicy.MAJORITY, Tempo.FULL);
        BetPlan two = new BetPlan(Bets.PROMPTS, 5, List.of(NONE, STEADY), majorityOfTwo, 1, 1);
        BetPlan tooLong = new BetPlan(List.of(new Prompt("p9", "a prompt of 18 ...")), 4, List.of(NONE),
                FederationSettings.DEFAULT, 1, 1);

        assertThatThrownBy(() -> Bets.run(federations, two)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Bets.run(federations, tooLong)).isInstanceOf(InputException.class)
                .hasMessage("Prompt p9 has 18 tokens; with 4 new ones it passes the 20 positions of forged: shorten it or "
                        + "ask for fewer tokens.");
        assertThat(federations.opened).isEmpty();
    }

    @Test
    void aPromptThatJustFitsRuns() throws InterruptedException {
        BetPlan fits = new BetPlan(List.of(new Prompt("p9", "a prompt of 18 ...")), 3, List.of(NONE, STEADY),
                FederationSettings.DEFAULT, 1, 1);

        assertThat(Bets.run(federations, fits).verdict()).isEqualTo(Verdict.STRICT);
    }
}
