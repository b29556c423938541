package throttlelab.fxml.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.RunException;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.TestLab;

@Timeout(120)
class BetViewModelTest {

    private final FakeFederations federations = new FakeFederations();
    private final AtomicLong now = new AtomicLong();
    private TestLab test;
    private LabViewModel lab;
    private BetViewModel bet;

    @BeforeEach
    void open() {
        test = new TestLab();
        lab = test.lab();
        bet = onFx(() -> {
            lab.samplesProperty().set(Path.of(System.getProperty("throttlelab.samples")));
            return new BetViewModel(lab, () -> federations, () -> Instant.ofEpochMilli(now.addAndGet(100)));
        });
        await(() -> bet.runnableProperty().get());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void small(int prompts, int tokens) {
        run(() -> {
            bet.setup().promptsProperty().set(prompts);
            bet.setup().tokensProperty().set(tokens);
        });
    }

    private BetVerdict runToTheEnd() {
        run(bet::run);
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);
        return bet.verdictProperty().get();
    }

    private Outcome outcome(int profile, int prompt) {
        return onFx(() -> bet.cellsProperty().get().outcome(profile, prompt));
    }

    @Test
    void untouchedItIsTheBetAsItWasLaidDown() {
        assertThat(bet.setup().questionProperty().get())
                .isEqualTo("Does how fast each worker runs change what the federation answers, or only when?");
        assertThat(bet.setup().registeredProperty().get()).isEqualTo("Pre-registered: 100 prompts × 50 tokens × none, "
                + "steady, ramp · content-addressed · sliced · 8 workers · 15,000 comparisons");
        assertThat(bet.setup().deviationsProperty().get()).isEmpty();
        assertThat(bet.setup().controlProperty().get()).isEmpty();
        assertThat(bet.cellsProperty().get().profiles()).containsExactly("none", "steady", "ramp");
        assertThat(bet.cellsProperty().get().prompts()).hasSize(100).startsWith("p001").endsWith("p100");
        assertThat(outcome(2, 99)).isEqualTo(Outcome.PENDING);
        assertThat(bet.setup().sectionsProperty().get()).hasSize(7).allMatch(section -> !section.lines().isEmpty());
    }

    @Test
    void allEqualIsStrictAndTheBetAsRegistered() {
        BetVerdict verdict = runToTheEnd();

        assertThat(verdict.name()).isEqualTo("STRICT");
        assertThat(verdict.reasons()).isEmpty();
        assertThat(verdict.counts())
                .isEqualTo("15,000 of 15,000 positions compared: 0 tokens and 0 log-probabilities not equal.");
        assertThat(verdict.observed()).contains("0 of 15,000").contains("95 %");
        assertThat(verdict.registered()).isEqualTo("This is the bet as it was laid down.");
        assertThat(verdict.audit()).startsWith("Audit digests are equal");
        assertThat(verdict.validates()).hasSize(4);
        assertThat(verdict.doesNotValidate()).hasSize(8);
        assertThat(verdict.openQuestion()).isNotEmpty();
        assertThat(verdict.prices()).extracting(ProfilePrice::profile).containsExactly("none", "steady", "ramp");
        assertThat(verdict.prices()).extracting(ProfilePrice::wall).containsExactly("0.40 s", "0.80 s", "0.75 s");
        assertThat(verdict.prices()).extracting(ProfilePrice::times).containsExactly("1.00×", "2.00×", "1.88×");
        assertThat(verdict.prices()).extracting(ProfilePrice::waiting).containsExactly("25 %", "13 %", "13 %");
        assertThat(IntStream.range(0, 100).mapToObj(prompt -> outcome(0, prompt))).containsOnly(Outcome.REFERENCE);
        assertThat(IntStream.range(0, 200).mapToObj(at -> outcome(1 + at / 100, at % 100)))
                .containsOnly(Outcome.EQUAL);
        assertThat(bet.progress().doneProperty().get()).isEqualTo(1);
        assertThat(bet.progress().textProperty().get()).startsWith("Ended after ").endsWith("15,000 of 15,000 tokens");
        assertThat(lab.stateProperty().get()).isEqualTo(LabState.READY);
    }

    @Test
    void whatWasSetStandsAgainstWhatWasMeasured() {
        small(2, 3);
        assertThat(bet.slowdownsProperty().get().get(2).workers().get(7)).satisfies(last -> {
            assertThat(last.set()).isEqualTo(4.5);
            assertThat(last.known()).isFalse();
        });

        runToTheEnd();

        assertThat(bet.slowdownsProperty().get()).extracting(ProfileSlowdowns::profile)
                .containsExactly("none", "steady", "ramp");
        assertThat(bet.slowdownsProperty().get().get(2).workers()).extracting(WorkerSlowdown::measured)
                .containsExactly(1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5);
    }

    @Test
    void anotherBitIsLenientAndItsCellSaysSo() {
        federations.otherBit("ramp", 1, 2);
        small(3, 5);

        BetVerdict verdict = runToTheEnd();
        run(() -> bet.open(new BetCell(2, 1)));

        assertThat(verdict.name()).isEqualTo("LENIENT");
        assertThat(verdict.reasons()).singleElement().asString().contains("Profile ramp").contains("p002");
        assertThat(verdict.validates()).isEmpty();
        assertThat(outcome(2, 1)).isEqualTo(Outcome.BITS);
        assertThat(outcome(2, 0)).isEqualTo(Outcome.EQUAL);
        assertThat(bet.streams().pairs()).extracting(StreamPair::outcome)
                .containsExactly(Outcome.EQUAL, Outcome.EQUAL, Outcome.BITS, Outcome.EQUAL, Outcome.EQUAL);
        assertThat(bet.streams().pairs().get(2).ulps()).isEqualTo(1);
        assertThat(bet.streams().pairs().get(2).actual().bits())
                .isNotEqualTo(bet.streams().pairs().get(2).reference().bits());
    }

    @Test
    void anotherTokenIsCatastrophicAndWhatFollowsIsItsConsequence() {
        federations.otherToken("steady", 0, 1);
        small(2, 4);

        BetVerdict verdict = runToTheEnd();
        run(() -> bet.open(new BetCell(1, 0)));

        assertThat(verdict.name()).isEqualTo("CATASTROPHIC");
        assertThat(verdict.doesNotValidate()).hasSize(12);
        assertThat(outcome(1, 0)).isEqualTo(Outcome.TOKEN);
        assertThat(outcome(1, 1)).isEqualTo(Outcome.EQUAL);
        assertThat(bet.streams().titleProperty().get()).isEqualTo("p001: none above, steady below");
        assertThat(bet.streams().summaryProperty().get())
                .isEqualTo("≠ a token differs · 4 of 4 tokens have come · 1 position differs");
        assertThat(bet.streams().pairs()).extracting(StreamPair::consequence)
                .containsExactly(false, false, true, true);
    }

    @Test
    void anotherAuditDigestIsLenientThoughAllStreamsAreEqual() {
        federations.otherAudit("steady");
        small(2, 4);

        BetVerdict verdict = runToTheEnd();

        assertThat(verdict.name()).isEqualTo("LENIENT");
        assertThat(verdict.audit()).startsWith("Audit digests differ");
        assertThat(verdict.prices()).extracting(price -> price.audit().charAt(0)).containsExactly('=', '≠', '=');
        assertThat(outcome(1, 0)).isEqualTo(Outcome.EQUAL);
    }

    @Test
    void throttlingThatTheTimesDoNotShowIsVoid() {
        federations.wall("steady", 399_000_000);
        small(2, 4);

        BetVerdict verdict = runToTheEnd();

        assertThat(verdict.name()).isEqualTo("VOID");
        assertThat(verdict.reasons()).anyMatch(reason -> reason.contains("is not above the 0.400 s of none"));
    }

    @Test
    void cancellingKeepsWhatIsCompleteAndSaysVoid() {
        federations.holdAfter("steady", 6);
        small(3, 4);
        run(bet::run);
        await(() -> bet.progress().doneProperty().get() == 18 / 36.0);
        assertThat(bet.progress().textProperty().get()).startsWith("steady (run 2 of 3) · 18 of 36 tokens · ");
        assertThat(bet.progress().soFarProperty().get()).isEqualTo("18 positions compared, all equal so far");
        assertThat(outcome(0, 2)).isEqualTo(Outcome.REFERENCE);
        assertThat(outcome(1, 2)).isEqualTo(Outcome.RUNNING);
        assertThat(outcome(2, 2)).isEqualTo(Outcome.PENDING);

        run(bet::cancel);
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);

        BetVerdict verdict = bet.verdictProperty().get();
        assertThat(verdict.name()).isEqualTo("VOID");
        assertThat(verdict.reasons()).contains("The comparison is incomplete: 18 of 36 positions are missing.");
        assertThat(verdict.audit()).contains("cut short");
        assertThat(verdict.prices()).extracting(ProfilePrice::times).containsExactly("1.00×", "–");
        assertThat(outcome(0, 2)).isEqualTo(Outcome.REFERENCE);
        assertThat(outcome(1, 0)).isEqualTo(Outcome.INCOMPLETE);
        assertThat(outcome(2, 0)).isEqualTo(Outcome.INCOMPLETE);
        assertThat(bet.progress().textProperty().get()).startsWith("Cancelled after ").endsWith("18 of 36 tokens");
    }

    @Test
    void aDifferenceSeenBeforeTheCancelStaysOne() {
        federations.otherToken("steady", 1, 0).holdAfter("steady", 6);
        small(3, 4);
        run(bet::run);
        await(() -> bet.progress().doneProperty().get() == 18 / 36.0);
        assertThat(outcome(1, 1)).isEqualTo(Outcome.TOKEN);
        assertThat(bet.progress().soFarProperty().get())
                .isEqualTo("18 positions compared: 1 token and 0 log-probabilities not equal");

        run(bet::cancel);
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);

        assertThat(bet.verdictProperty().get().name()).isEqualTo("CATASTROPHIC");
        assertThat(outcome(1, 1)).isEqualTo(Outcome.TOKEN);
    }

    @Test
    void theStreamsOfARunningCellGrow() {
        federations.holdAfter("steady", 2);
        small(1, 4);
        run(bet::run);
        await(() -> bet.progress().doneProperty().get() == 6 / 12.0);
        run(() -> bet.open(new BetCell(1, 0)));
        assertThat(bet.streams().pairs()).hasSize(2);

        run(bet::cancel);
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);

        assertThat(bet.streams().summaryProperty().get()).startsWith("∅ incomplete · 2 of 4");
        run(bet::run);
        assertThat(onFx(() -> bet.streams().cellProperty().get())).as("a new bet closes them").isNull();
    }

    @Test
    void aWorkerThatThrowsIsToldAndTheLabGoesOn() {
        federations.failing(new RunException("worker-3 failed."));
        small(1, 1);

        assertThat(runToTheEnd()).isNull();

        assertThat(onFx(() -> lab.problemProperty().get())).hasMessage("worker-3 failed.");
        assertThat(bet.runnableProperty().get()).isTrue();
    }

    @Test
    void anErrorOfTheProgramIsToldInASentence() {
        federations.failing(new IllegalStateException("oops"));
        small(1, 1);

        assertThat(runToTheEnd()).isNull();

        assertThat(onFx(() -> lab.problemProperty().get())).hasMessageContaining("oops")
                .hasMessageContaining("run it again");
    }

    @Test
    void aBetAndALiveRunKeepOutOfEachOthersWay() {
        run(() -> lab.setup().tempoProperty().set(50));
        test.start();
        assertThat(bet.runnableProperty().get()).isFalse();
        assertThat(bet.refusalProperty().get()).contains("live run");
        run(bet::run);
        assertThat(bet.phaseProperty().get()).isEqualTo(BetPhase.IDLE);
        run(lab.runs()::stop);
        test.awaitReady();
        assertThat(bet.refusalProperty().get()).isEmpty();

        federations.holdAfter("none", 1);
        small(1, 2);
        run(bet::run);
        assertThat(lab.stateProperty().get()).isEqualTo(LabState.BETTING);
        var before = lab.run();
        run(() -> lab.runs().start(false));
        assertThat(lab.stateProperty().get()).isEqualTo(LabState.BETTING);
        assertThat(lab.run()).isEqualTo(before);
    }

    @Test
    void closingTheLabEndsABetWithinASecond() {
        federations.holdAfter("none", 1);
        small(1, 2);
        run(bet::run);
        await(() -> bet.progress().doneProperty().get() > 0);
        assertThat(betThreads()).isEqualTo(1);

        long began = System.nanoTime();
        run(lab::close);

        assertThat(System.nanoTime() - began).isLessThan(1_000_000_000);
        assertThat(betThreads()).isZero();
    }

    private static long betThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("bet")).count();
    }

    @ParameterizedTest
    @CsvSource({"arrival-order, LENIENT or CATASTROPHIC", "majority, CATASTROPHIC", "first-response, CATASTROPHIC"})
    void aBrokenPolicyIsANegativeControl(String policy, String verdicts) {
        run(() -> bet.setup().policyProperty().set(policy));

        assertThat(bet.cellsProperty().get().profiles()).containsExactly("none", "steady", "reverse-ramp");
        assertThat(bet.setup().controlProperty().get()).contains("must come to " + verdicts + ",");
        assertThat(bet.setup().deviationsProperty().get())
                .contains("Registered for policy: content-addressed; run: " + policy + ".")
                .contains("Registered for profiles: none, steady, ramp; run: none, steady, reverse-ramp.");

        run(() -> bet.setup().reset());
        assertThat(bet.setup().deviationsProperty().get()).isEmpty();
        assertThat(bet.cellsProperty().get().profiles()).containsExactly("none", "steady", "ramp");
    }

    @Test
    void aControlThatDoesNotFailShowsNothing() {
        run(() -> bet.setup().policyProperty().set("majority"));
        small(2, 4);
        assertThat(runToTheEnd().control()).startsWith("The negative control did not come to CATASTROPHIC");

        federations.otherToken("steady", 0, 1);
        assertThat(runToTheEnd().control()).startsWith("The negative control fails, as it must");
    }

    @Test
    void nobodySeesAPlanThatIsChangedOnlyHalf() {
        small(2, 4);
        List<Integer> sizes = new ArrayList<>();
        run(() -> bet.cellsProperty().addListener((property, before, now) ->
                sizes.add(now.prompts().size() * now.profiles().size())));

        run(() -> bet.setup().reset());

        assertThat(sizes).containsExactly(300);
    }

    @Test
    void whateverDeviatesIsSaid() {
        small(2, 4);
        run(() -> bet.setup().profiles().get(4).chosen().set(true));

        assertThat(bet.setup().deviationsProperty().get()).contains("prompts: 100; run: 2")
                .contains("tokens: 50; run: 4").contains("run: none, steady, ramp, phone");
        assertThat(runToTheEnd().registered()).startsWith("Not the bet as it was laid down. Registered for");
    }

    @Test
    void theResultIsSavedWhereThePersonSays(@TempDir Path folder) {
        Path file = folder.resolve("my.json");
        small(2, 4);
        runToTheEnd();

        run(() -> bet.save(file));
        await(() -> !bet.savedProperty().get().isEmpty());

        RecordedRuns runs = RecordingFile.readAny(file);
        assertThat(runs.result()).isTrue();
        assertThat(runs.recordings()).hasSize(3);
        assertThat(bet.savedProperty().get()).contains(file.toString()).contains(runs.digest().prefix(8));
    }

    @Test
    void aResultThatCannotBeWrittenIsToldAndNotSaved(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("a-file")).resolve("my.json");
        small(1, 1);
        runToTheEnd();

        run(() -> bet.save(file));
        await(() -> lab.problemProperty().get() != null);

        assertThat(bet.savedProperty().get()).isEmpty();
        assertThat(lab.problemProperty().get()).hasMessageContaining("a-file");
    }
}
