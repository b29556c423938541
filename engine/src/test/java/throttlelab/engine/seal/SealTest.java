package throttlelab.engine.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private static final SealedText FORM = new SealedText("checks ", " ", "digest ");
    private static final String LINES = "first line 17\n\nthird ü€😀 with 0.25 and 3\nlast";

    private static byte[] sealed() {
        byte[] text = (LINES + "\nchecks " + FORM.blankChecks(4) + " end\ndigest " + Seal.ZEROS + "\n").getBytes(UTF_8);
        FORM.seal(text);
        return text;
    }

    private static Examination examine(byte[] text) {
        return FORM.find(text).orElseThrow().examine();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 5_000})
    void oneWrongByteIsFoundFromTheCrcAlone(int length) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        int stated = ByteError.crc(bytes, 0, length);
        for (int turn = 0; turn < 50; turn++) {
            int at = random.nextInt(length);
            byte error = (byte) (1 + random.nextInt(255));
            bytes[at] ^= error;
            assertThat(ByteError.explaining(stated, ByteError.crc(bytes, 0, length), 0, length))
                    .contains(new ByteError(at, error));
            bytes[at] ^= error;
        }
        assertThat(ByteError.explaining(stated, stated, 0, length)).isEmpty();
    }

    @Test
    void whatNobodyChangedHolds() {
        assertThat(examine(sealed()).holds()).isTrue();
    }

    /// The control of all below: every byte, in lines, checks and digest.
    @Test
    void everyChangedByteIsFoundAndUndone() {
        byte[] sealed = sealed();
        int checked = new String(sealed, UTF_8).substring(0, new String(sealed, UTF_8).indexOf("\nchecks")).getBytes(UTF_8).length;
        for (int at = 0; at < checked; at++) {
            byte[] changed = sealed.clone();
            // Not into a line feed, nor out of one: that would be a line more or less.
            changed[at] = (byte) (changed[at] == '\n' ? '\n' : changed[at] ^ 0x40);
            if (changed[at] != sealed[at]) {
                Examination found = examine(changed);
                assertThat(found.holds()).isFalse();
                assertThat(found.changes()).as("byte %d", at).containsExactly(new Change(at, changed[at], sealed[at]));
                assertThat(found.undone(changed)).isEqualTo(sealed);
            }
        }
    }

    @Test
    void aChangedCheckIsNotTakenForAChangedLine() {
        byte[] sealed = sealed();
        int at = new String(sealed, UTF_8).indexOf("checks ") + sealed.length - new String(sealed, UTF_8).length() + 9;
        byte[] changed = sealed.clone();
        changed[at] = (byte) (changed[at] == '1' ? '2' : '1');

        assertThat(examine(changed).changes()).containsExactly(new Change(at, changed[at], sealed[at]));
    }

    @Test
    void aChangedDigestLeavesAllLinesAsTheyAre() {
        byte[] changed = sealed();
        changed[changed.length - 3] = (byte) (changed[changed.length - 3] == '1' ? '2' : '1');

        Examination found = examine(changed);
        assertThat(found.holds()).isFalse();
        assertThat(found.changes()).isEmpty();
        assertThat(found.damaged()).isEmpty();
    }

    @Test
    void changesOnSeveralLinesAreAllUndone() {
        byte[] sealed = sealed();
        byte[] changed = new String(sealed, UTF_8).replace("line 17", "line 18").replace("and 3", "and "
                + "4").getBytes(UTF_8);

        assertThat(examine(changed).changes()).hasSize(2);
        assertThat(examine(changed).undone(changed)).isEqualTo(sealed);
    }

    @Test
    void twoChangesOnOneLineNameTheLine() {
        byte[] changed = new String(sealed(), UTF_8).replace("0.25 and 3", "0.35 and 4").getBytes(UTF_8);

        Examination found = examine(changed);
        assertThat(found.changes()).isEmpty();
        assertThat(found.damaged()).singleElement().satisfies(line -> assertThat(
                new String(changed, line.from(), line.to() - line.from(), UTF_8)).startsWith("third"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"first line 17\n\nlast", "first line 17\n\none more\nthird ü€😀 with 0.25 and 3\nlast"})
    void linesMoreOrLessAreNamedByTheStretch(String lines) {
        byte[] changed = new String(sealed(), UTF_8).replace(LINES, lines).getBytes(UTF_8);

        Examination found = examine(changed);
        assertThat(found.holds()).isFalse();
        assertThat(found.displaced()).isTrue();
        assertThat(found.damaged()).isNotEmpty();
    }

    @Test
    void aDigestMadeAnewDoesNotHideAChange() {
        byte[] changed = new String(sealed(), UTF_8).replace("line 17", "line 18").getBytes(UTF_8);
        int digestAt = changed.length - 1 - Seal.ZEROS.length();
        Seal.write(changed, digestAt, Seal.digest(changed, digestAt));

        Examination found = examine(changed);
        assertThat(found.stated()).isEqualTo(found.computed());
        assertThat(found.holds()).isFalse();
        assertThat(found.damaged()).hasSize(1);
    }

    @Test
    void anOlderTextWithoutChecksHasItsDigestAlone() {
        byte[] text = ("a\nb\ndigest " + Seal.ZEROS + "\n").getBytes(UTF_8);
        FORM.seal(text);

        assertThat(FORM.find(text).orElseThrow().hasChecks()).isFalse();
        assertThat(examine(text).holds()).isTrue();
        text[0] = 'c';
        assertThat(examine(text).holds()).isFalse();
        assertThat(FORM.find("no digest\n".getBytes(UTF_8))).isEmpty();
    }

    /// As a stranger would check it: the CRC32C of each line before that of the checks.
    @Test
    void jsonCarriesTheChecksOfItsLines() {
        String json = new String(SealedJson.of(out -> {
            out.writeStringProperty("a", "ü€😀 " + "x".repeat(20_000));
            out.writeNumberProperty("b", 5);
        }), UTF_8);

        String[] lines = json.split("\n");
        StringBuilder expected = new StringBuilder("  \"line_checks\" : [ ");
        for (int i = 0; i < 3; i++) {
            CRC32C crc = new CRC32C();
            crc.update(lines[i].getBytes(UTF_8));
            expected.append(i == 0 ? "" : ", ").append(String.format("\"%08x\"", crc.getValue()));
        }
        assertThat(lines[3]).isEqualTo(expected + " ],");
        assertThat(SealedText.JSON.find(json.getBytes(UTF_8)).orElseThrow().examine().holds()).isTrue();
    }
}
