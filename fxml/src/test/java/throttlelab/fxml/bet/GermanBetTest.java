package throttlelab.fxml.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.InGerman;
import throttlelab.fxml.testing.TestLab;

/// What a bet comes to, and what was laid down, in the German window.
@Timeout(120)
@ExtendWith(InGerman.class)
class GermanBetTest {

    private final FakeFederations federations = new FakeFederations();
    private final AtomicLong now = new AtomicLong();
    private TestLab test;
    private BetViewModel bet;

    @BeforeEach
    void open() {
        test = new TestLab();
        LabViewModel lab = test.lab();
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

    private BetVerdict small() {
        run(() -> {
            bet.setup().promptsProperty().set(2);
            bet.setup().tokensProperty().set(4);
        });
        run(bet::run);
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);
        return bet.verdictProperty().get();
    }

    @Test
    void whyNothingWasMeasured() {
        federations.wall("steady", 399_000_000);

        BetVerdict verdict = small();

        assertThat(verdict.name()).isEqualTo("VOID");
        assertThat(verdict.reasons())
                .contains("Profil steady: seine Dauer von 0,399 s liegt nicht über den 0,400 s von none.");
        assertThat(verdict.doesNotValidate()).first().asString().isEqualTo("Von diesem Lauf nicht gezeigt (VOID unter "
                + "content-addressed): Der Planer verträgt langsame Worker auf der Ebene des Protokolls.");
        assertThat(verdict.registered()).contains("Prompts – festgelegt: 100; im Lauf: 2.");
    }

    @Test
    void whereAProfileDiffers() {
        federations.otherBit("ramp", 1, 2);

        assertThat(small().reasons()).first().asString().isEqualTo("Profil ramp weicht vom ersten Lauf von none in 0 Token "
                + "und 1 Log-Wahrscheinlichkeiten von 8 Stellen ab, zuerst im Prompt p002 bei Token 3.");
    }

    @Test
    void whatIsClaimed() {
        BetVerdict verdict = small();

        assertThat(verdict.name()).isEqualTo("STRICT");
        assertThat(verdict.observed()).startsWith("0 von 24 Stellen weichen ab: mit 95 % Sicherheit");
        assertThat(verdict.validates()).hasSize(4).allMatch(claim -> claim.startsWith("D"));
        assertThat(verdict.openQuestion()).startsWith("Die Prüfung auf Geräten");
        assertThat(verdict.sufficiency()).startsWith("Notwendig, nicht hinreichend");
    }

    @Test
    void whatWasLaidDown() {
        assertThat(bet.setup().questionProperty().get()).startsWith("Ändert das Tempo der einzelnen Worker");
        assertThat(bet.setup().sectionsProperty().get().toString()).contains("Weniger als zwei Drosselprofile sind gelaufen.")
                .contains("STRICT: Token und Bits").contains("Der erste Lauf von none").doesNotContain(" is ", " are ");
    }
}
