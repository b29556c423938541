package throttlelab.engine.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.digest.Sha256;

class SelfDigestTest {

    private static final String DOCUMENT = "{\"text\": \"ü€😀 \\\"digest\\\": \\\"" + SelfDigest.ZEROS
            + "\\\"\", \"model\": {\"digest\": \"" + SelfDigest.ZEROS + "\"},\n \"digest\" : \"" + SelfDigest.ZEROS
            + "\"}\n";

    /// As a stranger would check it: put zeros in, hash, compare.
    @Test
    void isTheHashOfTheFileWithZerosInItsPlace() throws Exception {
        byte[] json = DOCUMENT.getBytes(UTF_8);

        Sha256 digest = SelfDigest.seal(json);

        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(DOCUMENT.getBytes(UTF_8)));
        assertThat(digest).hasToString(expected);
        assertThat(new String(json, UTF_8)).endsWith("\"digest\" : \"" + expected + "\"}\n");
        assertThat(SelfDigest.verify(json)).contains(digest);
    }

    @Test
    void onlyTheOutermostMemberIsTouched() {
        byte[] json = DOCUMENT.getBytes(UTF_8);

        SelfDigest.seal(json);

        assertThat(new String(json, UTF_8)).contains("{\"digest\": \"" + SelfDigest.ZEROS + "\"}")
                .contains("\\\"digest\\\": \\\"" + SelfDigest.ZEROS);
    }

    @Test
    void anyChangedByteBreaksIt() {
        byte[] json = DOCUMENT.getBytes(UTF_8);
        SelfDigest.seal(json);

        for (int i = 0; i < json.length; i++) {
            json[i] ^= 1;
            assertThat(SelfDigest.verify(json)).as("byte %d", i).isEmpty();
            json[i] ^= 1;
        }
        assertThat(SelfDigest.verify(json)).as("all put back").isPresent();
    }

    @Test
    void itNeedNotBeTheLastMember() {
        byte[] json = ("{\"digest\":\"" + SelfDigest.ZEROS + "\",\"more\":[1,{\"a\":2}]}").getBytes(UTF_8);

        assertThat(SelfDigest.verify(json)).isEmpty();
        assertThat(SelfDigest.verify(json)).isEmpty();
        Sha256 digest = SelfDigest.seal(json);
        assertThat(SelfDigest.verify(json)).contains(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"digest\": 5}", "{\"digest\": \"12\"}", "{\"digest\": [\"1\"]}", "{\"a\"",
        "{\"digest\": \"ABCDEF0000000000000000000000000000000000000000000000000000000000\"}"})
    void withoutAPlaceThereIsNone(String json) {
        assertThat(SelfDigest.verify(json.getBytes(UTF_8))).isEmpty();
        assertThatThrownBy(() -> SelfDigest.seal(json.getBytes(UTF_8))).isInstanceOf(IllegalArgumentException.class);
    }
}
