package throttlelab.fxml.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// All texts are in the bundle, and the German ones say what the English ones do.
class TextsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "throttlelab", "fxml");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    /// A column whose cells need no heading.
    private static final Set<String> MAY_BE_EMPTY = Set.of("compare.column.mark");
    /// What is the same in both languages: names, symbols, units, and words that are German, too.
    private static final Pattern THE_SAME = Pattern.compile("(?U)[^\\p{L}]*|(.*\\{\\d+[,}].*(×|%|ULPs?|ulp|s|ms)[}]*)"
            + "|[^\\p{L}]*(\\{\\d\\}[^\\p{L}]*)+|Desktop( [ABC])?|Laptop( [ABC])?|Tablet|Live|Token( \\{0\\})?|TOKEN|Tempo"
            + "|Prompts?|PROMPT|Worker|WORKER|System|Pause ▸|Pause|Tab|Esc|N P|← → Enter|ULP|HTML|PDF|CSV|JSON|Java|JavaFX"
            + "|Throttle Lab|Bits [AB]|[AB]|STRICT|LENIENT|CATASTROPHIC|VOID|× none|\\{0\\} ULP: \\{1\\}");
    private static final Set<String> SAME_IN_BOTH = Set.of("settings.language.en", "settings.language.de",
            "settings.language.next.en", "settings.language.next.de");

    /// A literal that is a sentence or a part of one, outside of comments.
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /// Faults of the program, which no person is meant to see; commands for a terminal; names of fonts; keys of maps.
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile("(Illegal|IndexOutOf|UncheckedIO|NullPointer)\\w*Exception"
            + "|\"explore |\"JetBrains Mono\"|BEFORE = |JsonInput\\.parse|-fx-|Objects.requireNonNull");

    @AfterEach
    void speakEnglishAgain() {
        Texts.speak(Language.ENGLISH, "en");
    }

    @Test
    void germanHasTheSameKeysAndNoEmptyTexts() throws IOException {
        Properties english = read("texts.properties");
        Properties german = read("texts_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(german.stringPropertyNames()).filteredOn(key -> german.getProperty(key).isBlank())
                .allMatch(MAY_BE_EMPTY::contains);
    }

    @Test
    void germanTextsHaveTheSamePlaceholders() throws IOException {
        Properties english = read("texts.properties");
        Properties german = read("texts_de.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void nothingIsLeftInEnglish() throws IOException {
        Properties english = read("texts.properties");
        Properties german = read("texts_de.properties");

        assertThat(english.stringPropertyNames()).filteredOn(key -> english.getProperty(key).equals(german.getProperty(key)))
                .filteredOn(key -> !SAME_IN_BOTH.contains(key)
                        && !THE_SAME.matcher(english.getProperty(key).strip()).matches())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts.properties", "texts_de.properties"})
    void whatIsFilledInIsWellFormed(String file) throws IOException {
        Properties texts = read(file);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            if (places(text).isEmpty()) {
                // Nothing is filled in, so that nobody halves an apostrophe.
                assertThat(text).as(key).doesNotContain("''");
            } else {
                String filled = new MessageFormat(text, Locale.ROOT).format(new Object[] {7, 7, 7, 7, 7, 7, 7, 7, 7});
                assertThat(PLACE.matcher(filled).find()).as(key + ": an apostrophe hides a placeholder").isFalse();
            }
        }
    }

    @Test
    void noTextStandsInTheProgram() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources(".java")) {
            String code = Files.readString(file).replaceAll("(?m)//.*$", "");
            for (String statement : code.split(";")) {
                Matcher literal = LITERAL.matcher(statement);
                while (literal.find()) {
                    if (sentence(literal.group(1)) && !NOT_FOR_PEOPLE.matcher(statement).find()) {
                        found.add(file.getFileName() + ": " + literal.group());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /// Two words with a blank between them.
    private static boolean sentence(String literal) {
        return Pattern.compile("\\p{L}{2,}[,:]? +\\p{L}{2,}|^ \\p{L}{3,}|\\p{L}{3,} $").matcher(literal).find();
    }

    @Test
    void noTextStandsInAView() throws IOException {
        Pattern text = Pattern.compile("(?:text|accessibleText|accessibleHelp|promptText|title)=\"([^\"]*)\"");
        List<String> found = new ArrayList<>();
        for (Path file : sources(".fxml")) {
            Matcher attribute = text.matcher(Files.readString(file));
            while (attribute.find()) {
                if (!attribute.group(1).startsWith("%") && attribute.group(1).matches(".*\\p{L}.*")) {
                    found.add(file.getFileName() + ": " + attribute.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTextStandsInAStyleSheet() throws IOException {
        for (Path file : sources(".css")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("-fx-text:").doesNotContain("-fx-prompt-text:");
        }
    }

    /// Without this the three above could find nothing because they see nothing.
    @Test
    void theSearchFindsWhatItLooksFor() throws IOException {
        assertThat(sentence("run it again, and report it")).isTrue();
        assertThat(sentence("transport-icon")).isFalse();
        assertThat(sources(".java")).hasSizeGreaterThan(200);
        assertThat(sources(".fxml")).hasSizeGreaterThan(15);
        assertThat(sources(".css")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"SYSTEM,de,GERMAN", "SYSTEM,en,ENGLISH", "SYSTEM,fr,ENGLISH", "SYSTEM,system,ENGLISH", "GERMAN,en,GERMAN",
        "ENGLISH,de,ENGLISH"})
    void aLanguageIsSpoken(Language chosen, String system, Language spoken) {
        Texts.speak(chosen, system);

        assertThat(Texts.language()).isEqualTo(spoken);
        assertThat(Texts.get("verdict.title")).isEqualTo(spoken == Language.GERMAN ? "URTEIL" : "VERDICT");
        assertThat(Texts.number("%,.1f", 1234.5)).isEqualTo(spoken == Language.GERMAN ? "1.234,5" : "1,234.5");
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(SOURCES.resolve("texts").resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
