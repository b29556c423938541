package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;

class ClaimsTest {

    private static final Criteria.ClaimTexts TEXTS = Bets.CRITERIA.claims();
    private static final Totals CLEAN = new Totals(15_000, 0, 0, 0, 0, 0);

    @Test
    void aStrictVerdictClaimsBothLists() {
        Claims claims = Claims.of(TEXTS, CombinePolicy.CONTENT_ADDRESSED, Verdict.STRICT, CLEAN, 5_000);

        assertThat(claims.validates()).isEqualTo(TEXTS.validates()).hasSize(4);
        assertThat(claims.doesNotValidate()).isEqualTo(TEXTS.doesNotValidate()).hasSize(8);
        assertThat(claims.openQuestion()).startsWith("On-device validation");
        assertThat(claims.sufficiency()).startsWith("Necessary, not sufficient");
    }

    @ParameterizedTest
    @CsvSource({"LENIENT,CONTENT_ADDRESSED", "CATASTROPHIC,CONTENT_ADDRESSED", "VOID,CONTENT_ADDRESSED",
        "STRICT,ARRIVAL_ORDER", "CATASTROPHIC,MAJORITY"})
    void anythingElseClaimsNothing(Verdict verdict, CombinePolicy policy) {
        Claims claims = Claims.of(TEXTS, policy, verdict, CLEAN, 5_000);

        assertThat(claims.validates()).isEmpty();
        assertThat(claims.doesNotValidate()).hasSize(12).endsWith(TEXTS.doesNotValidate().toArray(String[]::new))
                .first().asString().isEqualTo("Not shown by this run (" + verdict + " under " + policy.id() + "): "
                        + TEXTS.validates().getFirst());
    }

    /// Known values of 1 − 0.05^(1/n).
    @ParameterizedTest
    @CsvSource({"1, 0.95", "2, 0.7763932", "10, 0.2588656", "59, 0.0495076", "15000, 0.000199695"})
    void theBoundIsTheExactOne(long n, double bound) {
        assertThat(Claims.boundOfNone(n)).isCloseTo(bound, within(1e-7));
    }

    @Test
    void theBoundIsNearTheRuleOfThreeAndNeverAboveIt() {
        for (long n = 10; n < 1L << 50; n *= 7) {
            assertThat(Claims.boundOfNone(n)).isBetween(2.5 / n, 3.0 / n);
        }
    }

    @Test
    void zeroOfNCarriesItsBound() {
        Claims claims = Claims.of(TEXTS, CombinePolicy.CONTENT_ADDRESSED, Verdict.STRICT, CLEAN, 5_000);

        assertThat(claims.bound95()).isCloseTo(0.000199695, within(1e-8));
        assertThat(claims.observed()).isEqualTo("0 of 15,000 positions differ: with 95 % confidence fewer than 0.0200 % of"
                + " positions would, if positions were independent (without the 5,000 of none against itself 0 of 10,000"
                + " and 0.0300 %).");
    }

    @Test
    void kOfNHasNone() {
        Claims claims = Claims.of(TEXTS, CombinePolicy.CONTENT_ADDRESSED, Verdict.CATASTROPHIC,
                new Totals(45, 1, 3, 0, 0, 9), 15);

        assertThat(claims.bound95()).isNaN();
        assertThat(claims.observed()).isEqualTo(
                "1 of 45 positions differ in the token, 3 of 45 in the bits of the log-probability.");
    }

    @Test
    void nothingComparedIsNotZeroOfNothing() {
        Claims claims = Claims.of(TEXTS, CombinePolicy.CONTENT_ADDRESSED, Verdict.VOID, Totals.NOTHING, 0);

        assertThat(claims.observed()).isEqualTo("No position was compared.");
        assertThat(claims.bound95()).isNaN();
    }
}
