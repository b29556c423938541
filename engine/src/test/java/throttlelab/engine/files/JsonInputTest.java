package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JsonGenerator;

class JsonInputTest {

    @Test
    void readsWhatStandsThere() {
        JsonInput json = parse("{\"a\": {\"b\": [1, 2.5, \"x\", true, null]}}");

        List<JsonInput> items = json.at("a").at("b").items();
        assertThat(items.get(0).integer(0, 9)).isEqualTo(1);
        assertThat(items.get(1).number(0, 9)).isEqualTo(2.5);
        assertThat(items.get(2).text()).isEqualTo("x");
        assertThat(items.get(3).truth()).isTrue();
        assertThat(items.get(1).place()).isEqualTo("a.b[1]");
        assertThat(json.maybe("c")).isEmpty();
        assertThat(json.members()).containsOnlyKeys("a");
    }

    @Test
    void syntaxErrorsNameLineAndColumn() {
        assertThatThrownBy(() -> parse("{\n  \"a\": 1,\n  oops\n}")).isInstanceOf(InputException.class)
                .hasMessageStartingWith("it.json is not valid JSON at line 3, column ").hasMessageEndingWith("there.");
    }

    @Test
    void whatStrictJsonForbidsIsRefused() {
        for (String text : List.of("", "{\"a\": 1, \"a\": 2}", "{} {}", "[NaN]", "[Infinity]", "[1,]", "[01]", "[.5]",
                "// comment\n1", "{\"a\": 1", "[".repeat(100_000))) {
            refused(() -> parse(text), "it.json is ");
        }
    }

    @Test
    void whatIsNotAsExpectedNamesPlaceAndRemedy() {
        JsonInput json = parse("{\"a\": {\"b\": [1, \"x\"]}}");

        refused(() -> json.at("z"), "it.json cannot be used: the key 'z' is missing: add it.");
        refused(() -> json.at("a").at("z"), "it.json cannot be used: in line 1, column 7, at a, the key 'z' is missing: add it.");
        refused(() -> json.at("a").at("b").items().get(1).number(1, 10.5),
                "it.json cannot be used: in line 1, column 17, at a.b[1], \"x\" stands where a number from 1 to 10.5 is expected: correct it.");
        refused(() -> json.at("a").at("b").items().get(0).integer(2, 3),
                "it.json cannot be used: in line 1, column 14, at a.b[0], 1 stands where a whole number from 2 to 3 is expected: correct it.");
        refused(() -> json.at("a").at("b").items().get(0).text(), "text is expected");
        refused(() -> json.at("a").at("b").items().get(0).truth(), "true or false is expected");
        refused(() -> json.at("a").at("b").items().get(0).at("k"), "an object is expected");
        refused(() -> json.at("a").items(), "an array is expected");
        refused(() -> json.at("a").at("b").items().get(1).text(Set.of("p", "q")), "one of p, q is expected");
        refused(() -> json.at("a").allowOnly(Set.of("c")), "at a, the key 'b' is unknown: use only c.");
    }

    @Test
    void linesAreThoseOfTheFile() {
        refused(() -> parse("{\n \"a\": [\n  1,\n\n  2]}").at("a").items().get(1).text(),
                "it.json cannot be used: in line 5, column 3, at a[1], 2 stands where text is expected");
        JsonInput seventh = JsonInput.parseLine("{\"a\": 1}", Path.of("it.jsonl"), 7);
        refused(() -> seventh.at("b"), "it.jsonl cannot be used: in line 7, column 1, the key 'b' is missing");
        refused(() -> seventh.at("a").text(), "in line 7, column 7, at a, 1 stands where text");
        refused(() -> JsonInput.parseLine("{", Path.of("it.jsonl"), 7), "it.jsonl is not valid JSON at line 7, column ");
    }

    /// The parser speaks of its settings and of bytes it does not know.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[NaN] | ('NaN' is no number in JSON): correct it there.",
        "[+1] | (Unexpected character ('+') in numeric value: JSON spec does not allow numbers to have plus signs): c",
        "{\"a\": 1, \"a\": 2} | (the key 'a' stands there twice): correct it there.",
        "{\"a\": 1] | (Unexpected close marker ']': expected '}'): correct it there.",
        "{\"a\": | (the text ends in the middle): correct it there.",
        "[\\u0000] | (Illegal character of code 0: only regular white space is allowed between tokens): correct it there.",
        "[1e99999999999] | (the exponent of this number is beyond all bounds): correct it there.",
        "{} {} | (something follows the document): correct it there."})
    void itIsSaidInPlainWordsWhatIsNoJson(String text, String said) {
        refused(() -> parse(text.replace("\\u0000", "\0")), said);
    }

    @Test
    void whatIsQuotedStaysOnOneLineAndShort() {
        String sentence = parse("{}").wrong(Sentence.plain("it is " + "x\u2028\n".repeat(100_000)),
                Sentence.plain("change it")).getMessage();
        assertThat(sentence).startsWith("it.json cannot be used: it is x??x??").endsWith("…: change it.")
                .hasSizeLessThan(400).hasLineCount(1);
        refused(() -> parse("\n" + "[".repeat(501)), "at line 2, column 502 (it is nested deeper than 500 levels)");
        refused(() -> parse("1".repeat(2_000)), "(a number has more than 1000 digits)");
        refused(() -> parse("{\"" + "k".repeat(60_000) + "\": 1}"), "(a key has more than 50000 characters)");
        refused(() -> parse("{\"" + "k".repeat(40_000) + "\": 1, \"" + "k".repeat(40_000) + "\": 1}"), "it.json");
    }

    @Test
    void wholeNumbersAreWhole() {
        refused(() -> parse("1.5").integer(0, 9), "a whole number");
        refused(() -> parse("99999999999999999999").integer(0, Long.MAX_VALUE), "a whole number");
    }

    /// A decimal a hair above the middle of two floats. Through a double it would be the middle itself, and go to the
    /// even one, which is the wrong one.
    @Test
    void floatsAreRoundedOnce() {
        String decimal = "1.00000017881393432617187499";
        String above = "1.00000005960464477539062500000000000001";

        assertThat(parse(above).float32()).isEqualTo(Math.nextUp(1f)).isNotEqualTo((float) Double.parseDouble(above));
        assertThat(parse(decimal).float32()).isEqualTo(Float.parseFloat(decimal));
        refused(() -> parse("1e39").float32(), "a number that a float can hold");
        refused(() -> parse("\"1\"").float32(), "a number is expected");
    }

    @Test
    void everyFloatThatIsWrittenReadsBackToItsBits() {
        var random = new SplittableRandom(2);
        float[] floats = new float[10_000];
        for (int i = 0; i < floats.length; i++) {
            float any = Float.intBitsToFloat(random.nextInt());
            floats[i] = Float.isFinite(any) && any != 0 ? any : Float.MIN_VALUE;
        }
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartArray();
            for (float value : floats) {
                json.writeNumber(value);
            }
            json.writeEndArray();
        }

        String text = bytes.toString(StandardCharsets.UTF_8);
        List<JsonInput> items = parse(text).items();
        for (int i = 0; i < floats.length; i++) {
            assertThat(Float.floatToIntBits(items.get(i).float32())).isEqualTo(Float.floatToIntBits(floats[i]));
        }
        assertThat(text).startsWith("[ " + Float.toString(floats[0]) + ", " + Float.toString(floats[1]) + ", ");
    }

    @Test
    void outputIsTheSameOnEverySystem() {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("text", "ä\n€");
            json.writeArrayPropertyStart("numbers");
            json.writeNumber(1).writeNumber(-2.27e-5f);
            json.writeEndArray();
            json.writeEndObject();
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\n  \"text\" : \"ä\\n€\",\n  \"numbers\" : [ 1, -2.27E-5 ]\n}");
    }

    private static JsonInput parse(String text) {
        return JsonInput.parse(text, "it.json");
    }

    private static void refused(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(InputException.class).hasMessageContaining(part);
    }

    /// A hostile key must not break the sentence into lines, nor the parser's settings reach a person.
    @Test
    void sentencesAreOneLineOfPlainWords() {
        assertThatThrownBy(() -> JsonInput.parse("{\"a\\nb\": 1}", "x.json").at("a\nb").text())
                .isInstanceOf(InputException.class).hasMessageContaining("a?b").hasMessageNotContaining("\n");
        assertThatThrownBy(() -> JsonInput.parse("{} {}", "x.json"))
                .isInstanceOf(InputException.class).hasMessageContaining("x.json").hasMessageNotContaining("Feature");
    }
}
