package throttlelab.engine.bet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.throttle.Profiles.BURSTY;
import static throttlelab.engine.throttle.Profiles.NONE;
import static throttlelab.engine.throttle.Profiles.STEADY;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.seal.SealedJson;

class ResultReaderTest {

    private static final Path FILE = Path.of("r.json");

    static Stream<byte[]> results() throws InterruptedException {
        Recording other = new Recorder(new ForgedFederations().stream("none", "two", s -> Forged.nudged(s, 1, 1)),
                FederationSettings.DEFAULT, Bets.PROMPTS, 5, 2).record("b", NONE, Bets.TIME, RunListener.NONE);
        return Stream.of(ForgedResults.strict(), ForgedResults.catastrophic(), ForgedResults.underMajority(),
                ForgedResults.file(new ForgedFederations(), Bets.plan(NONE)),
                ForgedResults.file(new ForgedFederations(), Bets.plan(NONE, BURSTY)),
                ForgedResults.file(new ForgedFederations(), Bets.plan(NONE, STEADY), other));
    }

    @ParameterizedTest
    @MethodSource("results")
    void whatIsReadIsWrittenAgainToTheByte(byte[] file) {
        BetResult result = ResultReader.read(file, FILE);

        assertThat(new String(SealedJson.of(json -> ResultFile.members(json, result)), UTF_8))
                .isEqualTo(new String(file, UTF_8));
    }

    @Test
    void theVerdictIsFoundAgainAndNotBelieved() {
        byte[] forged = new String(ForgedResults.catastrophic(), UTF_8)
                .replace("\"verdict\" : \"CATASTROPHIC\"", "\"verdict\" : \"STRICT\"").getBytes(UTF_8);
        SelfDigest.seal(forged);

        BetResult result = ResultReader.read(forged, FILE);

        assertThat(result.verdict()).isEqualTo(Verdict.CATASTROPHIC);
        assertThat(result.judgement().reasons()).isNotEmpty();
        assertThat(result.claims().validates()).isEmpty();
    }

    @Test
    void aRecordingIsNone() {
        byte[] recording = SealedJson.of(json -> RecordingFile.members(json,
                Forged.recording("none", 5, Forged.prompt("a", Forged.stream(5)))));

        assertThatThrownBy(() -> ResultReader.read(recording, FILE)).isInstanceOf(InputException.class)
                .hasMessageContaining("is a recording, not the result of a bet");
    }
}
