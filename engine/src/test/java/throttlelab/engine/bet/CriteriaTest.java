package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Profiles;

class CriteriaTest {

    private static final Path SHIPPED =
            Path.of(System.getProperty("throttlelab.samples"), "bet", "45_throttle.criteria.json");

    @TempDir
    private Path folder;

    @Test
    void theShippedOnesAreThoseOfTheBet() throws Exception {
        Criteria criteria = Criteria.read(SHIPPED);

        assertThat(criteria.bet()).isEqualTo("45");
        assertThat(criteria.leastProfiles()).isEqualTo(2);
        assertThat(criteria.leastFactorShare()).isEqualTo(0.9);
        assertThat(criteria.design().prompts() * criteria.design().tokens() * criteria.design().profiles().size())
                .isEqualTo(15_000);
        assertThat(criteria.controls()).extracting(Criteria.Control::policy)
                .containsExactlyInAnyOrder(CombinePolicy.ARRIVAL_ORDER, CombinePolicy.MAJORITY,
                        CombinePolicy.FIRST_RESPONSE);
        assertThat(criteria.controls()).allSatisfy(control -> assertThat(control.verdicts())
                .isNotEmpty().isSubsetOf(EnumSet.of(Verdict.LENIENT, Verdict.CATASTROPHIC)));
        assertThat(criteria.digest()).hasToString(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(SHIPPED))));
    }

    @Test
    void thresholdsComeFromTheFile() throws IOException {
        Criteria criteria = Criteria.read(changed("\"share\": 0.9", "\"share\": 0.75"));

        assertThat(criteria.leastFactorShare()).isEqualTo(0.75);
        assertThat(criteria.digest()).isNotEqualTo(Bets.CRITERIA.digest());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"share\": 0.9 | \"share\": 1.9 | at void_when.measured_factor_below_share_of_set.share, 1.9 stands where",
        "\"wall_time_not_above_none\" | \"wall_time\" | at void_when, the key 'wall_time' is unknown",
        "\"VOID\" | \"EMPTY\" | at verdicts, the key 'VOID' is missing",
        "criteria/1 | criteria/2 | is not a format of criteria this program knows",
        "\"majority\" | \"most\" | there is no policy 'most'",
        "[\"CATASTROPHIC\"] | [\"STRICT\"] | one of CATASTROPHIC, LENIENT is expected",
        "\"open_question\" | \"question\" | at claims, the key 'open_question' is missing"})
    void brokenOnesNamePlaceAndRemedy(String part, String other, String sentence) throws IOException {
        Path file = changed(part, other);

        assertThatThrownBy(() -> Criteria.read(file)).isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString()).hasMessageContaining(sentence);
    }

    @Test
    void whatDepartsFromThemIsSaid() {
        assertThat(Bets.CRITERIA.deviations(Bets.plan(Profiles.NONE, Profiles.PHONE))).containsExactly(
                "Registered for prompts: 100; run: 3.", "Registered for tokens: 50; run: 5.",
                "Registered for profiles: none, steady, ramp; run: none, phone.");
    }

    @Test
    void theBetItselfDoesNotDepart() {
        List<Prompt> prompts = IntStream.range(0, 100)
                .mapToObj(i -> new Prompt("p" + i, "x")).toList();
        BetPlan plan = new BetPlan(prompts, 50, List.of(Profiles.NONE, Profiles.STEADY, Profiles.RAMP),
                FederationSettings.DEFAULT, 7, 2);

        assertThat(Bets.CRITERIA.deviations(plan)).isEmpty();
    }

    private Path changed(String part, String other) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(part);
        return Files.writeString(folder.resolve("c.json"), text.replace(part, other));
    }
}
