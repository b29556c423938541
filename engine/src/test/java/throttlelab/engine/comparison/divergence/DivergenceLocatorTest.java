package throttlelab.engine.comparison.divergence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.comparison.divergence.TestRuns.forced;
import static throttlelab.engine.comparison.divergence.TestRuns.lied;
import static throttlelab.engine.comparison.divergence.TestRuns.settings;
import static throttlelab.engine.comparison.divergence.TestRuns.stage;
import static throttlelab.engine.comparison.divergence.TestRuns.withoutLog;
import static throttlelab.engine.federation.CombinePolicy.ARRIVAL_ORDER;
import static throttlelab.engine.federation.CombinePolicy.CONTENT_ADDRESSED;
import static throttlelab.engine.federation.CombinePolicy.MAJORITY;
import static throttlelab.engine.federation.DeliveryOrder.REVERSED;
import static throttlelab.engine.federation.DeliveryOrder.SLOT_ORDER;
import static throttlelab.engine.federation.PartitionKind.EXPERTS;
import static throttlelab.engine.federation.PartitionKind.PIPELINE;
import static throttlelab.engine.federation.PartitionKind.SLICED;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.divergence.TestRuns.Liar;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;

/// Real runs that part for a known reason are traced back to it.
class DivergenceLocatorTest {

    private static final FederationOptions HONEST = FederationOptions.DEFAULT;
    private static final FederationSettings SLICED_8 = settings(SLICED, 8, CONTENT_ADDRESSED);
    @TempDir
    private static Path folder;
    private static Model model;
    private static TestRuns runs;
    private static List<RecordedPrompt> prompts;
    private static AuditedRecording honest;
    /// In the second batch, whose first step is 6, the fourth prompt is the second row of token 3.
    private static AuditedRecording lied;

    @BeforeAll
    static void record() throws Exception {
        model = Model.load(new TinyCheckpoint().write(folder));
        runs = new TestRuns(model, folder);
        prompts = runs.prompts(5);
        honest = runs.record("honest", SLICED_8, HONEST, prompts, 2);
        lied = runs.record("lied", SLICED_8, lied(new Liar(5, stage(9, 3, 2, StageKind.HEAD), 1, 50f)), prompts, 2);
    }

    @Test
    void equalRunsHaveNoPath() throws InterruptedException {
        AuditedRecording other = runs.record("other", SLICED_8, forced(REVERSED), prompts, 2);
        AuditedRecording divided = runs.record("divided", settings(EXPERTS, 4, CONTENT_ADDRESSED), HONEST, prompts, 3);

        assertThat(DivergenceLocator.locate(honest, other)).isEmpty();
        assertThat(DivergenceLocator.locate(withoutLog(honest), other, runs.again(HONEST))).isEmpty();
        assertThat(DivergenceLocator.locate(honest, divided, runs.again(HONEST))).isEmpty();
    }

    @Test
    void aWorkerThatLiesIsFoundInTheLogs() {
        DivergencePath path = DivergenceLocator.locate(honest, lied).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.LOCATED);
        assertThat(path.visible().orElseThrow().promptId()).isEqualTo("p3");
        assertThat(path.visible().orElseThrow().diff().position()).isEqualTo(3);
        PartedStage stage = path.stage().orElseThrow();
        assertThat(stage.cause()).isEqualTo(Cause.OTHER_PAYLOAD);
        assertThat(stage.token()).isEqualTo(3);
        assertThat(stage.layer()).isEqualTo(2);
        assertThat(stage.kind()).isEqualTo(StageKind.HEAD);
        assertThat(stage.a().step()).isEqualTo(9);
        assertThat(stage.parted()).singleElement().satisfies(parted -> {
            assertThat(parted.slot()).isEqualTo(5);
            assertThat(parted.worker()).hasValue(5);
            assertThat(parted.a().orElseThrow().address()).isEqualTo(parted.b().orElseThrow().address());
            assertThat(parted.a().orElseThrow().checksum()).isNotEqualTo(parted.b().orElseThrow().checksum());
        });
        assertThat(path.steps()).extracting(PathStep::level).containsExactly(Level.values());
        assertThat(path.steps()).extracting(PathStep::value).startsWith("p3", "4", "9", "output head", "head", "worker-5");
        assertThat(path.steps()).extracting(PathStep::source).containsExactly(Source.STREAMS, Source.STREAMS, Source.LOG,
                Source.LOG, Source.LOG, Source.LOG, Source.LOG);
    }

    /// What a layer does is seen only where the token comes out of it.
    @Test
    void aLieInsideALayerIsFoundWhereItBegan() {
        Liar liar = new Liar(2, stage(2, 2, 1, StageKind.EXPERTS), 0, 9f);
        AuditedRecording inside = runs.record("inside", SLICED_8, lied(liar), prompts, 2);

        PartedStage stage = DivergenceLocator.locate(honest, inside).orElseThrow().stage().orElseThrow();

        assertThat(stage.cause()).isEqualTo(Cause.OTHER_PAYLOAD);
        assertThat(stage.a().step()).isEqualTo(2);
        assertThat(stage.layer()).isEqualTo(1);
        assertThat(stage.kind()).isEqualTo(StageKind.EXPERTS);
        assertThat(stage.parted()).extracting(PartedStage.Parted::slot).containsExactly(2);
    }

    @Test
    void anotherOrderOfAdditionIsFoundBehindEqualContributions() {
        AuditedRecording arrival =
                runs.record("arrival", settings(SLICED, 8, ARRIVAL_ORDER), forced(REVERSED), prompts, 2);

        DivergencePath path = DivergenceLocator.locate(honest, arrival).orElseThrow();

        PartedStage stage = path.stage().orElseThrow();
        assertThat(stage.cause()).isEqualTo(Cause.COMBINED_DIFFERENTLY);
        assertThat(stage.layer()).isZero();
        assertThat(stage.kind()).isEqualTo(StageKind.ATTENTION);
        assertThat(stage.parted()).isEmpty();
        assertThat(stage.a().stage().orElseThrow().contributions())
                .isEqualTo(stage.b().stage().orElseThrow().contributions()).hasSize(8);
        assertThat(stage.b().arrivals()).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(path.steps().getLast().sentence()).contains("B (arrival-order) added them as they arrived, slots 7, 6");
    }

    @Test
    void whoCameTooLateIsNamed() {
        AuditedRecording majority = runs.record("majority", settings(SLICED, 8, MAJORITY), forced(REVERSED), prompts, 2);

        PartedStage stage = DivergenceLocator.locate(honest, majority).orElseThrow().stage().orElseThrow();

        assertThat(stage.cause()).isEqualTo(Cause.MISSING_CONTRIBUTION);
        assertThat(stage.kind()).isEqualTo(StageKind.ATTENTION);
        assertThat(stage.parted()).extracting(PartedStage.Parted::slot).containsExactly(0, 1, 2);
        assertThat(stage.parted()).allSatisfy(parted -> {
            assertThat(parted.a()).isPresent();
            assertThat(parted.b()).isEmpty();
            assertThat(parted.worker()).hasValue(parted.slot());
        });
    }

    /// The log of a lie beside streams in which it is not to be seen.
    @Test
    void aDifferenceWithoutConsequenceIsFoundInTheLogsAlone() {
        AuditedRecording harmless = new AuditedRecording(
                with(lied.recording(), honest.recording().prompts()), lied.log());

        DivergencePath path = DivergenceLocator.locate(honest, harmless).orElseThrow();

        assertThat(path.visible()).isEmpty();
        assertThat(path.stage().orElseThrow().cause()).isEqualTo(Cause.OTHER_PAYLOAD);
        assertThat(path.steps()).extracting(PathStep::level).startsWith(Level.STEP);
    }

    @Test
    void equalLogsOfDifferentStreamsAreSaidToBeEqual() {
        RecordedPrompt first = honest.recording().prompts().getFirst();
        List<RecordedPrompt> edited = Stream.concat(Stream.of(new RecordedPrompt(first.prompt(), first.promptTokens(),
                Forged.nudged(first.stream(), 2, 1))), honest.recording().prompts().stream().skip(1)).toList();

        DivergencePath path = DivergenceLocator
                .locate(honest, new AuditedRecording(with(honest.recording(), edited), honest.log())).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.LOGS_EQUAL);
        assertThat(path.visible().orElseThrow().diff().position()).isEqualTo(2);
        assertThat(path.remarks()).singleElement().asString().contains("to a recording afterwards");
    }

    private static Recording with(Recording recording, List<RecordedPrompt> streams) {
        return new Recording("edited", recording.created(), recording.setup(), recording.profile(), recording.report(),
                recording.environment(), streams);
    }

    @Test
    void withoutLogsThePathEndsAtTheToken() {
        DivergencePath path = DivergenceLocator.locate(honest, withoutLog(lied)).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.NO_LOG);
        assertThat(path.stage()).isEmpty();
        assertThat(path.steps()).extracting(PathStep::value).containsExactly("p3", "4");
        assertThat(path.remarks()).singleElement().asString().contains("There is no audit log of B");
    }

    @Test
    void logsOfOtherDivisionsAreNotLaidSideBySide() {
        AuditedRecording four = runs.record("four", settings(SLICED, 4, CONTENT_ADDRESSED),
                lied(new Liar(3, stage(9, 3, 2, StageKind.HEAD), 1, 50f)), prompts, 2);

        DivergencePath path = DivergenceLocator.locate(honest, four).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.NO_LOG);
        assertThat(path.remarks()).singleElement().asString()
                .contains("A is sliced, 8 workers, batch 2, B is sliced, 4 workers, batch 2");
    }

    /// Only B's log is at hand; A is run again in B's division, whatever its own was.
    @ParameterizedTest
    @EnumSource(PartitionKind.class)
    void aMissingLogIsMadeByRunningAgain(PartitionKind partition) throws InterruptedException {
        AuditedRecording a = runs.record("a", settings(partition, 4, CONTENT_ADDRESSED), HONEST, prompts, 5);
        DivergencePath path =
                DivergenceLocator.locate(withoutLog(a), lied, RunAgain.on(model, _ -> { }, () -> false)).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.LOCATED);
        assertThat(path.visible().orElseThrow().promptId()).isEqualTo("p3");
        PartedStage stage = path.stage().orElseThrow();
        assertThat(stage.cause()).isEqualTo(Cause.OTHER_PAYLOAD);
        assertThat(stage.a().source()).isEqualTo(Source.RUN_AGAIN);
        assertThat(stage.a().step()).isEqualTo(3);
        assertThat(stage.b().source()).isEqualTo(Source.LOG);
        assertThat(stage.b().step()).isEqualTo(9);
        assertThat(stage.parted()).extracting(PartedStage.Parted::slot).containsExactly(5);
        assertThat(path.steps()).extracting(PathStep::value).contains("A 3, B 9", "worker-5");
    }

    /// The same, the other way around, and with both logs at hand that do not line up.
    @Test
    void eitherSideCanBeTheOneRunAgain() throws InterruptedException {
        AuditedRecording pipeline = runs.record("pipeline", settings(PIPELINE, 2, CONTENT_ADDRESSED), HONEST, prompts, 4);

        for (AuditedRecording b : List.of(pipeline, withoutLog(pipeline))) {
            PartedStage stage = DivergenceLocator.locate(lied, b, runs.again(HONEST)).orElseThrow().stage().orElseThrow();
            assertThat(stage.cause()).isEqualTo(Cause.OTHER_PAYLOAD);
            assertThat(stage.a().source()).isEqualTo(Source.LOG);
            assertThat(stage.b().source()).isEqualTo(Source.RUN_AGAIN);
            assertThat(stage.parted()).extracting(PartedStage.Parted::slot).containsExactly(5);
        }
    }

    @Test
    void withoutAnyLogBothAreRunAgain() throws InterruptedException {
        AuditedRecording majority = runs.record("majority", settings(SLICED, 8, MAJORITY), forced(REVERSED), prompts, 1);

        DivergencePath path = DivergenceLocator.locate(withoutLog(honest), withoutLog(majority),
                runs.again(forced(REVERSED))).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.LOCATED);
        assertThat(path.visible().orElseThrow().promptId()).isEqualTo("p0");
        assertThat(path.stage().orElseThrow().cause()).isEqualTo(Cause.MISSING_CONTRIBUTION);
        assertThat(path.steps()).extracting(PathStep::source).endsWith(Source.RUN_AGAIN);
    }

    /// The forced order is another one now, as it would be with real time.
    @Test
    void whatDoesNotComeAgainIsSaidNotToCome() throws InterruptedException {
        AuditedRecording majority = runs.record("majority", settings(SLICED, 8, MAJORITY), forced(REVERSED), prompts, 1);

        DivergencePath path = DivergenceLocator.locate(withoutLog(honest), withoutLog(majority),
                runs.again(forced(SLOT_ORDER))).orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.NOT_REPRODUCED);
        assertThat(path.stage()).isEmpty();
        assertThat(path.remarks()).hasSize(2);
        assertThat(path.remarks().getFirst()).contains("B could not be reproduced: at token 1 the run again gave the token ",
                "Under majority the answer depends on timing.");
        assertThat(path.remarks().getLast()).contains("parted at layer 1, attention of token 1: a gate opened before");
    }

    @Test
    void aLieThatDoesNotComeAgainIsSaidToBeWhatTheOtherSideDidNotRecord() throws InterruptedException {
        DivergencePath path = DivergenceLocator.locate(withoutLog(honest), withoutLog(lied), runs.again(HONEST))
                .orElseThrow();

        assertThat(path.outcome()).isEqualTo(Outcome.NOT_REPRODUCED);
        assertThat(path.remarks()).singleElement().asString().contains("B could not be reproduced: at token 4",
                "That is what the other side recorded.", "with a worker that delivered something else");
    }

    @Test
    void aRunThatIsStoppedSaysSo() throws InterruptedException {
        assertThat(DivergenceLocator.locate(withoutLog(honest), lied, RunAgain.on(model, _ -> { }, () -> true)))
                .hasValueSatisfying(path -> assertThat(path.outcome()).isEqualTo(Outcome.STOPPED));
    }

    @Test
    void anotherModelIsNotRun(@TempDir Path checkpoint) throws Exception {
        Model other = Model.load(new TinyCheckpoint().seed(46).write(checkpoint));

        assertThatThrownBy(() -> DivergenceLocator.locate(withoutLog(honest), lied,
                RunAgain.on(other, _ -> { }, () -> false))).isInstanceOf(InputException.class)
                .hasMessageContaining("and the model at hand is").hasMessageEndingWith("name the model they were made with.");
    }
}
