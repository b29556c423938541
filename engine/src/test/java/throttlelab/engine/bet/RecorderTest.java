package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.throttle.Profiles;

class RecorderTest {

    private final ForgedFederations federations = new ForgedFederations();
    @TempDir
    private Path folder;

    @Test
    void recordsEveryPrompt() throws InterruptedException {
        List<Integer> prompts = new ArrayList<>();

        Recording recording = recorder().record("mine", Profiles.NONE, Bets.TIME,
                (prompt, position, token, logprob, margin) -> prompts.add(prompt));

        assertThat(recording.id()).isEqualTo("mine");
        assertThat(recording.profile()).isEqualTo("none");
        assertThat(recording.created()).isEqualTo(Forged.NOON);
        assertThat(recording.prompts()).extracting(p -> p.stream().length()).containsExactly(5, 5, 5);
        assertThat(prompts).hasSize(15).contains(0, 1, 2);
    }

    @Test
    void aRecordingIsABaselineForLaterBets() throws InterruptedException {
        RecordingFile.write(folder.resolve("b.json"),
                recorder().record("mine", Profiles.NONE, Bets.TIME, RunListener.NONE));

        BetResult result = Bets.run(federations, Bets.plan(Profiles.NONE, Profiles.STEADY),
                Baselines.in(folder).toArray(Recording[]::new));

        assertThat(result.verdict()).isEqualTo(Verdict.STRICT);
        assertThat(result.baseline().orElseThrow().id()).isEqualTo("mine");
        assertThat(result.baseline().orElseThrow().comparison().totals().comparisons()).isEqualTo(15);
    }

    @Test
    void halfARecordingIsNone() {
        Recorder recorder = recorder();

        assertThatThrownBy(() -> recorder.record("mine", Profiles.NONE, Bets.TIME,
                (prompt, position, token, logprob, margin) -> recorder.stop())).isInstanceOf(RunException.class)
                .hasMessageStartingWith("The recording was stopped before it was complete");
        assertThat(federations.closed).containsExactly("none");
    }

    @Test
    void nothingToRecordIsRefused() {
        assertThatThrownBy(() -> new Recorder(federations, FederationSettings.DEFAULT, List.of(), 5, 1))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aDamagedBaselineIsNotOverlooked() throws Exception {
        assertThat(Baselines.in(folder.resolve("missing"))).isEmpty();
        Files.writeString(folder.resolve("notes.txt"), "not a baseline");
        assertThat(Baselines.in(folder)).isEmpty();

        Files.writeString(folder.resolve("b.json"), "{}");
        assertThatThrownBy(() -> Baselines.in(folder)).isInstanceOf(InputException.class)
                .hasMessageContaining("b.json cannot be used");
    }

    private Recorder recorder() {
        return new Recorder(federations, FederationSettings.DEFAULT, Bets.PROMPTS, 5, 2);
    }
}
