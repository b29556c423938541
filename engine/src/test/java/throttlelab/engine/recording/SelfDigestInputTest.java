package throttlelab.engine.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonStream;

/// The digest found while reading is the one that [SelfDigest] finds in the whole.
class SelfDigestInputTest {

    /// The digits may lie across the end of any block.
    @Test
    void isFoundWhereverItStands() {
        for (int before : new int[] {0, 1, 100, 7_900, 7_930, 7_960, 7_985, 7_990, 8_000, 15_950, 16_100}) {
            for (int after : new int[] {0, 9_000}) {
                byte[] json = ("{\"a\": \"" + "x".repeat(before) + "\", \"digest\" : \"" + SelfDigest.ZEROS + "\", \"b\": \""
                        + "y".repeat(after) + "\"}").getBytes(UTF_8);
                Sha256 digest = SelfDigest.seal(json);

                assertThat(streamed(json)).as("%d before, %d after", before, after).contains(digest);
                json[before / 2 + 7] ^= 2;
                assertThat(streamed(json)).isEmpty();
            }
        }
    }

    @Test
    void anyChangedByteBreaksIt() {
        byte[] json = ("{\"a\": [1, 2], \"digest\" : \"" + SelfDigest.ZEROS + "\", \"b\": 3}").getBytes(UTF_8);
        SelfDigest.seal(json);
        SplittableRandom random = new SplittableRandom(4);
        for (int turn = 0; turn < 200; turn++) {
            byte[] changed = json.clone();
            int at = random.nextInt(json.length);
            changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
            if (!Arrays.equals(changed, json)) {
                assertThat(streamed(changed)).isEmpty();
            }
        }
        assertThat(streamed(json)).isPresent();
    }

    @Test
    void whatIsWrittenAsItComesIsWhatIsSealedAsAWhole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Sha256 digest = SelfDigest.write(out, json -> json.writeStringProperty("a", "ä".repeat(20_000)));

        byte[] sealed = out.toByteArray();
        assertThat(SelfDigest.verify(sealed)).contains(digest);
        assertThat(streamed(sealed)).contains(digest);
        assertThat(new String(sealed, UTF_8)).endsWith("\" ],\n  \"digest\" : \"" + digest + "\"\n}\n");
    }

    private static Optional<Sha256> streamed(byte[] bytes) {
        SelfDigestInput in = new SelfDigestInput(new ByteArrayInputStream(bytes));
        try {
            JsonStream json = JsonStream.of(in, "it", 1 << 20, 1 << 20);
            json.object(key -> {
                if (key.equals("digest")) {
                    json.text();
                    in.digestAt(json.offset());
                }
            });
            json.end();
        } catch (InputException e) {
            return Optional.empty();
        }
        return in.verified();
    }
}
