package throttlelab.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.PassedStage;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;

class AuditLogReaderTest {

    private static final Sha256 ONE = new Sha256(1, 1, 1, 1);
    private static final Sha256 TWO = new Sha256(2, 2, 2, 2);
    private static final String LINES = "0 0 attention 0 " + ONE + " " + TWO + " 0000000a\n"
            + "0 0 attention 7 " + TWO + " " + TWO + " ffffffff\n"
            + "0 0 experts 3 " + ONE + " " + ONE + " 00000001\n"
            + "12345678901 8 head 0 " + ONE + " " + ONE + " 00000001\n";

    @TempDir
    private Path folder;

    @Test
    void stagesComeOneByOne() throws IOException {
        try (AuditLogReader reader = AuditLogReader.open(write(LINES))) {
            assertThat(reader.next()).contains(new AuditedStage(0, 0, StageKind.ATTENTION, TWO,
                    List.of(new AuditedStage.Contribution(0, ONE, 10), new AuditedStage.Contribution(7, TWO, -1)), 1));
            assertThat(reader.next()).hasValueSatisfying(stage -> assertThat(stage.line()).isEqualTo(3));
            assertThat(reader.next()).contains(new AuditedStage(12345678901L, 8, StageKind.HEAD, ONE,
                    List.of(new AuditedStage.Contribution(0, ONE, 1)), 4));
            assertThat(reader.next()).isEmpty();
            assertThat(reader.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0000000a | 0000000 | in line 1, '0000000' are not 8 hex digits",
        "0000000a | 0000000a x | in line 1, it has 8 fields, not 7",
        "0 experts | 0 expertise | in line 3, there is no stage 'expertise'",
        "attention 7 | attention 8 | in line 2, '8' stands where a whole number from 0 to 7 is expected",
        "attention 7 | attention 0 | in line 2, slot 0 comes after slot 0",
        "attention 7 | attention -1 | in line 2, '-1' stands where",
        "0 0 experts | 0  experts | in line 3, '' stands where a whole number",
        "12345678901 8 | 99999999999999999999 8 | in line 4, '99999999999999999999' stands where"})
    void aBadLineIsOneSentence(String part, String other, String sentence) throws IOException {
        String text = LINES.replace(part, other);
        assertThat(text).isNotEqualTo(LINES);
        refused(text, sentence);
    }

    @Test
    void linesInTheWrongPlaceAreRefused() {
        refused(LINES + LINES, "in line 5, step 0 comes after step 12345678901");
        refused(LINES.replace(TWO + " " + TWO + " f", TWO + " " + ONE + " f"),
                "in line 2, the input is not the one of the stage's other lines");
        refused(LINES.stripTrailing(), "in line 4, it breaks off");
        refused(LINES.replaceFirst("a\n", "a\n\n"), "in line 2, it has 1 fields, not 7");
        refused("x".repeat(400), "in line 1, it is longer than any line of such a log");
        refused("0 0 attention 0 " + "z".repeat(64) + " " + TWO + " 0000000a\n", "are not 64 hex digits");
    }

    @Test
    void anyDamagedLogIsReadOrRefusedInASentence() throws IOException {
        SplittableRandom random = new SplittableRandom(44);
        int refused = 0;
        for (int turn = 0; turn < 500; turn++) {
            byte[] bytes = LINES.getBytes(StandardCharsets.US_ASCII);
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) " \n0a9-\u00e9,".charAt(random.nextInt(8));
            }
            Path file = Files.write(folder.resolve("damaged.txt"), Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            try (AuditLogReader reader = AuditLogReader.open(file)) {
                while (reader.next().isPresent()) {
                    AuditTimesReader.arrivals(file, 0, 0, StageKind.ATTENTION);
                }
            } catch (InputException e) {
                assertThat(e.getMessage()).startsWith("The audit log " + file).doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 500);
    }

    @Test
    void timesTellWhoDeliveredWhatAndWhen() {
        try (AuditFiles files = AuditFiles.open(folder, "none")) {
            for (int step = 0; step < 3; step++) {
                files.passed(new PassedStage(new StageId(step, step, 1, StageKind.EXPERTS), ONE, 5,
                        List.of(new PassedStage.Entry(0, 4, ONE, 9, 1, 7), new PassedStage.Entry(1, 5, ONE, 9, 0, 6))),
                        new byte[0], 0);
            }
        }
        Path times = AuditedRun.in(folder, "none").times().orElseThrow();

        assertThat(AuditTimesReader.arrivals(times, 1, 1, StageKind.EXPERTS)).containsExactly(
                new AuditTimesReader.Arrival(1, 5, 0), new AuditTimesReader.Arrival(0, 4, 1));
        assertThat(AuditTimesReader.arrivals(times, 1, 1, StageKind.ATTENTION)).isEmpty();
        assertThat(AuditTimesReader.arrivals(times, 3, 1, StageKind.EXPERTS)).isEmpty();
        assertThatThrownBy(() -> AuditTimesReader.arrivals(write("1,2\n"), 1, 1, StageKind.EXPERTS))
                .isInstanceOf(InputException.class).hasMessageContaining("in line 1, it has 2 fields, not 11");
    }

    @Test
    void aLogIsFoundBesideItsRecordingByItsDigest() throws IOException {
        Path lines = Files.writeString(Files.createDirectories(folder.resolve("audit")).resolve("audit-none.txt"), LINES);
        Recording of = recording("none", new AuditedRun(lines, Optional.empty()).digest());
        Recording other = recording("none", Forged.digest(4));

        assertThat(AuditedRun.beside(folder.resolve("r.json"), of)).contains(new AuditedRun(
                folder.resolve("audit/audit-none.txt").toAbsolutePath(), Optional.empty()));
        assertThat(AuditedRun.beside(folder.resolve("r.json"), other)).isEmpty();
        assertThat(AuditedRun.beside(folder.resolve("r.json"), recording("../audit/audit-none", Forged.digest(4))))
                .isEmpty();
        assertThat(AuditedRun.named(lines, of)).isEqualTo(AuditedRun.named(folder.resolve("audit"), of));
        assertThatThrownBy(() -> AuditedRun.named(lines, other)).isInstanceOf(InputException.class)
                .hasMessageContaining("is not that of forged-none: its digest is ").hasMessageEndingWith("the same run.");
        assertThatThrownBy(() -> AuditedRun.named(folder, of)).isInstanceOf(InputException.class)
                .hasMessageContaining("There is no file ");
        assertThatThrownBy(() -> AuditedRun.named(folder, recording("a/b", Forged.digest(4))))
                .isInstanceOf(InputException.class).hasMessageContaining("name its audit log itself");
    }

    private static Recording recording(String profile, Sha256 audit) {
        return new Recording("forged-none", Forged.NOON, Forged.setup(1), profile, new FederationReport(1, 1, 1, 1,
                List.of(), new Refusals(0, 0, 0, 0), audit), Forged.ENVIRONMENT, List.of());
    }

    private void refused(String text, String sentence) {
        assertThatThrownBy(() -> {
            try (AuditLogReader reader = AuditLogReader.open(write(text))) {
                while (reader.next().isPresent()) {
                    assertThat(text).isNotEmpty();
                }
            }
        }).isInstanceOf(InputException.class).hasMessageStartingWith("The audit log " + folder)
                .hasMessageContaining(sentence);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("audit.txt"), text, StandardCharsets.ISO_8859_1);
    }
}
