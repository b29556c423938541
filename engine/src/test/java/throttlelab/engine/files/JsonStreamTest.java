package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.InputException;

class JsonStreamTest {

    @Test
    void readsWhatStandsThereAndPassesOverTheRest() {
        List<String> seen = new ArrayList<>();
        JsonStream json = open("\uFEFF{\"a\": {\"b\": [1, 2, {}], \"ä\": \"x\"}, \"n\": null, \"skip\": [[{\"a\": 1}]], "
                + "\"f\": [1, -2.5, -0.0, 1e-3], \"h\": \"BF800000\", \"t\": {\"u\": [1]}}");

        json.object(key -> {
            switch (key) {
                case "a" -> json.object(inner -> {
                    if (inner.equals("ä")) {
                        seen.add(json.place() + "=" + json.text());
                    }
                });
                case "f" -> seen.add(floats(json).toString());
                case "h" -> seen.add(Integer.toHexString(json.hex32()));
                case "t" -> seen.add(json.tree().at("u").place());
                default -> seen.add(key);
            }
        });
        json.end();

        assertThat(seen).containsExactly("a.ä=x", "skip", "[1.0, -2.5, 0.0, 0.001]", "bf800000", "t.u");
    }

    private static List<Float> floats(JsonStream json) {
        List<Float> floats = new ArrayList<>();
        for (int bits : json.numbers(() -> Float.floatToRawIntBits(json.float32()))) {
            floats.add(Float.intBitsToFloat(bits));
        }
        return floats;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\": [1, x]} | it.json is not valid JSON at line 1, column ",
        "{\"a\": [1, 2 | it.json is not valid JSON at line 1, column ",
        "{} {} | something follows the document",
        "[] | in line 1, column 1, an array stands where an object is expected",
        "{\"a\": 5} | in line 1, column 7, at a, 5 stands where an array is expected",
        "{\"a\": [5, 10]} | at a[1], 10 stands where a whole number from 0 to 9 is expected: correct it.",
        "{\"a\": [99999999999]} | at a[0], 99999999999 stands where a whole number",
        "{\"a\": [5.0]} | at a[0], 5.0 stands where a whole number",
        "{\"a\": [\"5\"]} | at a[0], \"5\" stands where a whole number",
        "{\"a\": [[5]]} | at a[0], an array stands where a whole number",
        "{\"a\": [NaN]} | it.json is not valid JSON",
        "{\"a\": [], \"a\": []} | at a, this key stands there twice"})
    void whatIsNotAsExpectedNamesLineAndPlace(String text, String sentence) {
        refused(text, json -> json.object(_ -> json.numbers(() -> json.integer(0, 9))), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1234567\"", "\"123456789\"", "\"1234567g\"", "\"\""})
    void bitsAreEightHexDigits(String text) {
        refused(text, JsonStream::hex32, "'" + text.replace("\"", "") + "' are not 8 hex digits");
    }

    @Test
    void decimalsThatNoFloatHoldsAreRefused() {
        refused("1e39", JsonStream::float32, "1e39 stands where a number that a float can hold is expected");
        refused("\"1\"", JsonStream::float32, "a number is expected");
    }

    /// As in [JsonInputTest]: through a double it would be the middle of two floats, and go to the wrong one.
    @Test
    void floatsAreRoundedOnce() {
        String above = "1.00000005960464477539062500000000000001";

        assertThat(open(above).float32()).isEqualTo(Math.nextUp(1f)).isNotEqualTo((float) Double.parseDouble(above));
    }

    @Test
    void aComplaintDoesNotKeepFromReadingOn() {
        List<String> keys = new ArrayList<>();
        JsonStream json = open("{\"a\": [{\"x\": [1, \"two\", 3]}, {}], \"b\": 1}");

        json.object(key -> {
            keys.add(key);
            if (key.equals("a")) {
                assertThat(json.attempt(() -> json.array(() -> json.object(_ -> json.numbers(() -> json.integer(0, 9))))))
                        .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("at a[0].x[1], \"two\" stands"));
            }
        });
        json.end();

        assertThat(keys).containsExactly("a", "b");
        assertThat(json.complaint()).hasValueSatisfying(what -> assertThat(what.english()).startsWith("in line 1, column 18, at a[0].x[1]"));
    }

    @Test
    void whatIsBrokenCannotBeReadOn() {
        refused("{\"a\": [1, oops", json -> json.object(_ -> json.attempt(() -> json.numbers(() -> json.integer(0, 9)))),
                "is not valid JSON");
    }

    @Test
    void invalidUtf8NamesLineAndByteWhereverABlockEnds() {
        for (int before = 8180; before < 8200; before++) {
            String text = "[\n\"" + "x".repeat(before) + "ü€😀";
            byte[] bytes = (text + "?\"]").getBytes(StandardCharsets.UTF_8);
            int at = text.getBytes(StandardCharsets.UTF_8).length;
            assertThat(JsonStream.of(new ByteArrayInputStream(bytes), "it", 1 << 20, 1 << 20)).satisfies(json -> {
                json.array(json::text);
                json.end();
            });
            bytes[at] = (byte) 0xC3;
            assertThatThrownBy(() -> {
                JsonStream json = JsonStream.of(new ByteArrayInputStream(bytes), "it", 1 << 20, 1 << 20);
                json.array(json::text);
            }).isInstanceOf(InputException.class)
                    .hasMessage("it is not valid UTF-8 at line 2, byte " + at + " (malformed[1]): save it as UTF-8.");
        }
    }

    @Test
    void aFileThatEndsWithinACharacterIsRefused() {
        byte[] bytes = {'[', ']', (byte) 0xE2, (byte) 0x82};
        JsonStream json = JsonStream.of(new ByteArrayInputStream(bytes), "it", 10, 10);
        json.skip();

        assertThatThrownBy(json::end).isInstanceOf(InputException.class)
                .hasMessageStartingWith("it is not valid UTF-8 at line 1, byte 2");
    }

    @Test
    void nothingFillsTheMemory() {
        JsonStream tooLong = JsonStream.of(endless("[", "1,"), "it", 100_000, 1 << 20);
        assertThatThrownBy(() -> tooLong.numbers(() -> tooLong.integer(0, 9))).isInstanceOf(InputException.class)
                .hasMessageStartingWith("The file it is larger than 97 kB");
        JsonStream tooMuch = JsonStream.of(endless("[", "1,"), "it", 1 << 30, 2 << 20);
        assertThatThrownBy(() -> tooMuch.numbers(() -> tooMuch.integer(0, 9))).isInstanceOf(InputException.class)
                .hasMessageStartingWith("it holds more than the 2 MB that are kept");
        JsonStream objects = JsonStream.of(endless("[", "{\"a\":\"\"},"), "it", 1 << 30, 2 << 20);
        assertThatThrownBy(() -> objects.array(() -> objects.object(_ -> objects.text())))
                .isInstanceOf(InputException.class).hasMessageContaining("more than the 2 MB");
        JsonStream tree = JsonStream.of(endless("[", "{},"), "it", 1 << 30, 2 << 20);
        assertThatThrownBy(tree::tree).isInstanceOf(InputException.class).hasMessageContaining("there is far more than");
        JsonStream deep = JsonStream.of(endless("", "["), "it", 1 << 30, 2 << 20);
        assertThatThrownBy(deep::skip).isInstanceOf(InputException.class).hasMessageContaining("nested deeper than 500 levels");
        JsonStream number = JsonStream.of(endless("[", "1"), "it", 1 << 30, 2 << 20);
        assertThatThrownBy(() -> number.array(number::float32)).isInstanceOf(InputException.class)
                .hasMessageContaining("is not valid JSON at line 1");
    }

    @Test
    void aDiskThatFailsIsOneSentence() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("bad sector");
            }
        };

        assertThatThrownBy(() -> JsonStream.of(failing, "it", 9, 9)).isInstanceOf(InputException.class)
                .hasMessageContaining("the system says 'bad sector'");
        assertThatThrownBy(() -> open("")).isInstanceOf(InputException.class).hasMessageStartingWith("it.json is empty");
    }

    private static InputStream endless(String head, String part) {
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] again = part.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long i = at++;
                return i < first.length ? first[(int) i] : again[(int) ((i - first.length) % again.length)];
            }
        };
    }

    private static void refused(String text, Consumer<JsonStream> reading, String sentence) {
        JsonStream json = open(text);
        assertThatThrownBy(() -> {
            reading.accept(json);
            json.end();
        }).isInstanceOf(InputException.class).hasMessageStartingWith("it.json ").hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    private static JsonStream open(String text) {
        return JsonStream.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "it.json", 1 << 20,
                1 << 20);
    }
}
