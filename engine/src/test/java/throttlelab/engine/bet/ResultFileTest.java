package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.throttle.Profiles.NONE;
import static throttlelab.engine.throttle.Profiles.RAMP;
import static throttlelab.engine.throttle.Profiles.STEADY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;

class ResultFileTest {

    @TempDir
    private Path folder;

    @Test
    void hasTheKeysThatWereAgreed() throws Exception {
        JsonInput json = written(Bets.strict());

        assertThat(json.members()).containsKeys("bet", "format", "model", "numerics", "partition", "policy", "workers",
                "batch", "profiles", "criteria", "runs", "timing", "wall_ms", "stages_waited", "audit_digest", "totals",
                "baseline", "verdict", "claims", "environment", "digest");
        assertThat(json.at("model").members()).containsKeys("name", "parameters", "digest", "tokenizer_digest");
        assertThat(json.at("profiles").items()).extracting(p -> p.at("name").text())
                .containsExactly("none", "steady", "ramp");
        JsonInput run = json.at("runs").items().get(1);
        assertThat(run.members()).containsKeys("prompt_id", "prompt", "streams", "match");
        assertThat(run.at("streams").members()).containsOnlyKeys("none", "steady", "ramp");
        assertThat(run.at("streams").at("ramp").members()).containsKeys("tokens", "text", "logprobs", "logprob_bits");
        assertThat(run.at("match").at("ramp").members()).containsOnlyKeys("tokens", "logprobs");
        assertThat(json.at("timing").at("steady").items().get(3).members()).containsOnlyKeys("worker", "factor_set",
                "factor_measured", "compute_ms", "delay_ms", "wait_ms", "blame_ms", "last_arrivals");
        assertThat(json.at("totals").members()).containsKeys("comparisons", "token_divergences", "logprob_divergences");
        assertThat(json.at("claims").members()).containsKeys("validates", "does_not_validate");
        assertThat(json.maybe("baseline")).isEmpty();
        assertThat(json.at("verdict").text()).isEqualTo("STRICT");
        assertThat(json.at("criteria").at("registered").at("design").at("comparisons").integer(0, 99_999))
                .isEqualTo(15_000);
        assertThat(json.at("criteria").at("as_registered").truth()).isFalse();
    }

    @Test
    void matchesSayWhichStreamDiffers() throws Exception {
        var federations = new ForgedFederations().stream("steady", "one", s -> Forged.nudged(s, 1, 1))
                .stream("ramp", "two", s -> Forged.flipped(s, 1));

        JsonInput json = written(Bets.run(federations, NONE, STEADY, RAMP));

        assertThat(match(json, 0, "none")).isEqualTo("true true");
        assertThat(match(json, 0, "steady")).isEqualTo("true false");
        assertThat(match(json, 0, "ramp")).isEqualTo("true true");
        assertThat(match(json, 1, "ramp")).isEqualTo("false true");
        assertThat(json.at("verdict").text()).isEqualTo("CATASTROPHIC");
        assertThat(json.at("claims").at("validates").items()).isEmpty();
    }

    @Test
    void isReadBackAsOneRecordingAProfile() throws Exception {
        BetResult result = Bets.strict();
        Path file = folder.resolve("r.json");
        ResultFile.write(file, result);

        RecordedRuns runs = RecordingFile.readAny(file);

        assertThat(runs.result()).isTrue();
        assertThat(runs.recordings()).extracting(Recording::profile).containsExactly("none", "steady", "ramp");
        for (int i = 0; i < 3; i++) {
            Recording recording = runs.recordings().get(i);
            assertThat(recording.setup()).isEqualTo(result.setup());
            assertThat(recording.report()).isEqualTo(result.runs().get(i).report());
            assertThat(recording.prompts()).usingRecursiveComparison().isEqualTo(result.runs().get(i).prompts());
        }
        assertThatThrownBy(() -> RecordingFile.read(file)).isInstanceOf(InputException.class)
                .hasMessageContaining("is the result of a bet, not a recording");
    }

    @Test
    void twoResultsOfTheSameBetAreStrictAndAResultBesideItselfIsVoid() throws Exception {
        ResultFile.write(folder.resolve("a.json"), Bets.strict());
        ResultFile.write(folder.resolve("same.json"), Bets.strict());
        ResultFile.write(folder.resolve("b.json"), new Bet(new ForgedFederations(), Bets.plan(NONE, STEADY, RAMP),
                Bets.CRITERIA, List.of(), InstantSource.offset(Bets.TIME, Duration.ofHours(1))).run(BetListener.NONE));
        ResultFile.write(folder.resolve("c.json"), Bets.run(new ForgedFederations()
                .stream("ramp", "one", s -> Forged.nudged(s, 0, 1)), NONE, STEADY, RAMP));

        assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("same.json"));
        assertThat(compared("a.json", "same.json")).isEqualTo(Verdict.VOID);
        assertThat(compared("a.json", "b.json")).isEqualTo(Verdict.STRICT);
        assertThat(compared("a.json", "c.json")).isEqualTo(Verdict.LENIENT);
    }

    @Test
    void aStoppedBetIsWrittenAndReadBack() throws Exception {
        Bet bet = new Bet(new ForgedFederations(), Bets.plan(NONE, STEADY, RAMP), Bets.CRITERIA, List.of(), Bets.TIME);
        BetResult result = bet.run(new BetListener() {
            @Override
            public void onToken(BetProgress progress) {
                if (progress.tokensDone() == 19) {
                    bet.stop();
                }
            }
        });

        JsonInput json = written(result);

        assertThat(json.at("verdict").text()).isEqualTo("VOID");
        assertThat(json.at("wall_ms").members()).containsOnlyKeys("none", "steady");
        assertThat(match(json, 0, "steady")).isEqualTo("false false");
        assertThat(RecordingFile.readAny(folder.resolve("r.json")).recordings()).extracting(Recording::profile)
                .containsExactly("none", "steady");
    }

    @Test
    void aBetThatNeverBeganIsWrittenToo() throws Exception {
        Bet bet = new Bet(new ForgedFederations(), Bets.plan(NONE, STEADY), Bets.CRITERIA, List.of(), Bets.TIME);
        bet.stop();

        JsonInput json = written(bet.run(BetListener.NONE));

        assertThat(json.at("runs").items()).isEmpty();
        assertThat(RecordingFile.readAny(folder.resolve("r.json")).recordings()).isEmpty();
    }

    private Verdict compared(String a, String b) {
        return FileComparison.of(RecordingFile.readAny(folder.resolve(a)), RecordingFile.readAny(folder.resolve(b)))
                .verdict();
    }

    private static String match(JsonInput json, int run, String profile) {
        JsonInput match = json.at("runs").items().get(run).at("match").at(profile);
        return match.at("tokens").truth() + " " + match.at("logprobs").truth();
    }

    private JsonInput written(BetResult result) throws IOException {
        Path file = folder.resolve("r.json");
        ResultFile.write(file, result);
        SchemaTest.assertValid("result", Files.readString(file));
        return JsonInput.read(file, 1 << 20);
    }
}
