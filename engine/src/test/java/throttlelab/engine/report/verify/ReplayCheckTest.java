package throttlelab.engine.report.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.engine.report.verify.Verification.Outcome.BROKEN;
import static throttlelab.engine.report.verify.Verification.Outcome.DIFFERS;
import static throttlelab.engine.report.verify.Verification.Outcome.HOLDS;
import static throttlelab.engine.report.verify.Verification.Outcome.UNPROVEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.bet.ForgedResults;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.bet.Recorder;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.report.ReportContext;
import throttlelab.engine.report.ReportFormat;
import throttlelab.engine.report.Reports;
import throttlelab.engine.throttle.Profiles;

/// Verification with the replay, on the shipped model.
class ReplayCheckTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    private static final int TOKENS = 5;

    private static Model model;
    private static Recording none;
    private static Recording steady;

    @TempDir
    private Path folder;

    @BeforeAll
    static void record() throws InterruptedException {
        model = Model.load(SAMPLES.resolve("fractalmoe-30m"));
        Recorder recorder = new Recorder(new ModelRunner(model, FederationOptions.DEFAULT), FederationSettings.DEFAULT,
                Prompts.read(SAMPLES.resolve("prompts/bet45.jsonl")).subList(0, 3), TOKENS, 2);
        InstantSource noon = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
        none = recorder.record("a", Profiles.NONE, noon, RunListener.NONE);
        steady = recorder.record("b", Profiles.STEADY, noon, RunListener.NONE);
    }

    private Path written(Recording recording) {
        Path file = folder.resolve(recording.id() + ".json");
        RecordingFile.write(file, recording);
        return file;
    }

    private static Verification verified(Path file) throws InterruptedException {
        return Verifier.verify(file, () -> model, OptionalInt.empty(), (_, _) -> { }, () -> false);
    }

    /// The recording with another stream after its second prompt, sealed as if nothing had been.
    private static Recording forged(UnaryOperator<TokenStream> change) {
        List<RecordedPrompt> prompts = new ArrayList<>(none.prompts());
        RecordedPrompt second = prompts.get(1);
        prompts.set(1, new RecordedPrompt(second.prompt(), second.promptTokens(), change.apply(second.stream())));
        return new Recording("forged", none.created(), none.setup(), none.profile(), none.report(), none.environment(),
                prompts);
    }

    @Test
    void whatNobodyChangedHolds() throws InterruptedException {
        Verification verification = verified(written(none));

        assertThat(verification.outcome()).isEqualTo(HOLDS);
        assertThat(verification.replayed()).isEqualTo(3L * TOKENS).isEqualTo(verification.positions());
        assertThat(verification.checks()).anySatisfy(check -> assertThat(check).contains("audit digest"));
    }

    @ParameterizedTest
    @EnumSource(names = "CSV", mode = EnumSource.Mode.EXCLUDE)
    void aReportHoldsWhereverItsModelIs(ReportFormat format) throws InterruptedException {
        Path target = folder.resolve("report." + format.ending());
        Reports.write(Reports.of(List.of(written(none), written(steady)),
                new ReportContext(Optional.of(model), true, List.of())), format, target, (_, _) -> { }, () -> false);

        Verification verification = verified(target);

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.outcome()).isEqualTo(HOLDS);
        assertThat(verification.replayed()).isEqualTo(2L * 3 * TOKENS);
    }

    @Test
    void aBitThatTheReplayDoesNotGiveIsNamed() throws InterruptedException {
        Verification verification = verified(written(forged(stream -> {
            float[] logprobs = stream.logprobs().clone();
            logprobs[3] = Math.nextUp(logprobs[3]);
            return new TokenStream(stream.tokens(), stream.text(), logprobs, stream.margins());
        })));

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.outcome()).isEqualTo(DIFFERS);
        assertThat(verification.differences()).singleElement().asString().matches("none, prompt p002, token 4: says "
                + "log-probability -[0-9.E-]+ \\([0-9a-f]{8}\\), but the replay gives -[0-9.E-]+ \\([0-9a-f]{8}\\)\\.");
    }

    @Test
    void aTokenATextAndAMarginAreNamed() throws InterruptedException {
        assertThat(verified(written(forged(stream -> {
            int[] tokens = stream.tokens().clone();
            tokens[2]++;
            return new TokenStream(tokens, stream.text(), stream.logprobs(), stream.margins());
        }))).differences()).first().asString().contains("prompt p002, token 3: says token");
        assertThat(verified(written(forged(stream -> new TokenStream(stream.tokens(), stream.text() + "!",
                stream.logprobs(), stream.margins())))).differences()).first().asString().contains("its text");
        assertThat(verified(written(forged(stream -> {
            float[] margins = stream.margins().clone();
            margins[0] += 1;
            return new TokenStream(stream.tokens(), stream.text(), stream.logprobs(), margins);
        }))).differences()).first().asString().contains("token 1: says margin");
    }

    @Test
    void anotherPromptIsFoundByItsTokens() throws InterruptedException {
        List<RecordedPrompt> prompts = new ArrayList<>(none.prompts());
        RecordedPrompt first = prompts.getFirst();
        int[] tokens = Arrays.copyOf(first.promptTokens(), first.promptTokens().length - 1);
        prompts.set(0, new RecordedPrompt(first.prompt(), tokens, first.stream()));
        Recording recording = new Recording("other", none.created(), none.setup(), none.profile(), none.report(),
                none.environment(), prompts);

        assertThat(verified(written(recording)).differences()).first().asString().contains("p001, its prompt_tokens");
    }

    @Test
    void aSampleIsNotTheWhole() throws InterruptedException {
        Verification verification = Verifier.verify(written(none), () -> model, OptionalInt.of(1), (_, _) -> { },
                () -> false);

        assertThat(verification.replayed()).isEqualTo(TOKENS);
        assertThat(verification.positions()).isEqualTo(3L * TOKENS);
        assertThat(verification.outcome()).isEqualTo(UNPROVEN);
    }

    @Test
    void aStopEndsIt() throws InterruptedException {
        long[] done = {0};
        Verification verification = Verifier.verify(written(none), () -> model, OptionalInt.empty(),
                (positions, total) -> done[0] = positions, () -> done[0] >= 2);

        assertThat(verification.outcome()).isEqualTo(UNPROVEN);
        assertThat(verification.unproven()).contains("It was stopped.");
        assertThat(verification.replayed()).isLessThan(3L * TOKENS);
    }

    @Test
    void whatDependsOnTimeIsNotRunAgain() throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("m.json"), ForgedResults.underMajority());

        Verification verification = Verifier.verify(file, () -> {
            throw new AssertionError("no model is needed");
        }, OptionalInt.empty(), (_, _) -> { }, () -> false);

        assertThat(verification.outcome()).isEqualTo(UNPROVEN);
        assertThat(verification.unproven()).singleElement().asString().contains("majority, a broken policy");
    }

    @Test
    void anotherModelIsNamedByItsDigest() throws IOException, InterruptedException {
        byte[] strict = ForgedResults.strict();
        Path file = Files.write(folder.resolve("s.json"), strict);

        // Its numbers are those of no contract; so that comes first.
        assertThat(verified(file).unproven()).singleElement().asString().contains("contract");
        Recording foreign = new Recording("foreign", none.created(), new RunSetup(
                Forged.MODEL, none.setup().numerics(), none.setup().federation(), 2, TOKENS),
                none.profile(), none.report(), none.environment(), none.prompts());
        Verification verification = verified(written(foreign));
        assertThat(verification.outcome()).isEqualTo(UNPROVEN);
        assertThat(verification.unproven()).singleElement().asString().contains("made by the model forged",
                model.digest().toString(), "--model");
    }

    @Test
    void aChangedDigitIsUndoneAndTheRestRunAgain() throws IOException, InterruptedException {
        Path file = written(none);
        String text = Files.readString(file);
        int at = text.indexOf("\"tokens\" : [ ") + 13;
        Files.writeString(file, text.substring(0, at) + (text.charAt(at) == '9' ? '8' : '9') + text.substring(at + 1));

        Verification verification = verified(file);

        assertThat(verification.outcome()).isEqualTo(BROKEN);
        assertThat(verification.findings()).singleElement().asString().contains("runs[0].tokens[0]", "it said");
        assertThat(verification.differences()).as("as it was sealed it holds").isEmpty();
    }
}
