package throttlelab.engine.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the engine says is in its bundle, and German says what English does.
class WordsTest {

    private static final Path BUNDLE = Path.of("src", "main", "resources", "throttlelab", "engine", "words");
    private static final Path SOURCES = Path.of("src", "main", "java", "throttlelab", "engine");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern KEY = Pattern.compile("Sentence\\s*\\.of\\(\\s*\"([^\"]+)\"");
    /// What is the same in both languages: places with signs between them, and names.
    private static final Pattern THE_SAME = Pattern.compile("(?U)[^\\p{L}]*(\\{\\d\\}[^\\p{L}]*)*");

    @Test
    void germanHasTheSameKeysInTheSameOrder() throws IOException {
        assertThat(keys("words_de.properties")).isEqualTo(keys("words.properties")).doesNotHaveDuplicates();
        assertThat(read("words_de.properties").values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void germanHasTheSamePlaces() throws IOException {
        Properties german = read("words_de.properties");
        read("words.properties").forEach((key, text) ->
                assertThat(places(german.getProperty(key.toString()))).as(key.toString()).isEqualTo(places(text.toString())));
    }

    @Test
    void nothingIsLeftInEnglish() throws IOException {
        Properties english = read("words.properties");
        Properties german = read("words_de.properties");

        assertThat(english.stringPropertyNames()).filteredOn(key -> english.getProperty(key).equals(german.getProperty(key)))
                .filteredOn(key -> !THE_SAME.matcher(english.getProperty(key)).matches())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"words.properties", "words_de.properties"})
    void whatIsFilledInIsWellFormed(String file) throws IOException {
        read(file).forEach((key, text) -> assertThat(text.toString()).as(key.toString()).doesNotContain("''")
                .doesNotStartWith(" ").doesNotEndWith(" "));
        Locale language = file.contains("_de") ? Locale.GERMAN : Locale.ROOT;
        for (String key : keys(file)) {
            assertThat(Sentence.of(key, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7).in(language)).as(key).doesNotContainPattern(PLACE);
        }
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyIsThere() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            Matcher key = KEY.matcher(Files.readString(file));
            while (key.find()) {
                used.add(key.group(1));
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(keys("words.properties")));
    }

    @Test
    void noErrorIsSaidInOneLanguageOnly() throws IOException {
        Pattern english = Pattern.compile("new (?:Input|Run|Usage)Exception\\(\\s*(?:\"|String\\.format|\\w+(?:\\.\\w+\\(\\))? \\+)");
        for (Path file : sources()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(english);
        }
        assertThat("throw new InputException(\"no\");").containsPattern(english);
        assertThat("new RunException(target + \" is no\");").containsPattern(english);
        assertThat(sources()).hasSizeGreaterThan(200);
    }

    @Test
    void aSentenceIsSaidInEachLanguage() {
        Sentence said = Sentence.of("files.missing", "a{0}b");

        assertThat(said.english()).isEqualTo("the key 'a{0}b' is missing");
        assertThat(said.in(Locale.GERMAN)).isEqualTo("der Schlüssel „a{0}b“ fehlt");
        assertThat(Sentence.number("%,d", 1234567).english()).isEqualTo("1,234,567");
        assertThat(Sentence.number("%,d", 1234567).in(Locale.GERMAN)).isEqualTo("1.234.567");
        assertThat(Sentence.of("files.whole", 1, 2147483647).in(Locale.GERMAN)).contains("2147483647");
    }

    @Test
    void aPartIsSaidInTheLanguageOfTheWhole() {
        Sentence whole = Sentence.of("bet.its-plan-is-none", Sentence.of("bet.a-bet-needs-at-least"));

        assertThat(whole.english()).isEqualTo("its plan is none (A bet needs at least one prompt.)");
        assertThat(whole.in(Locale.GERMAN)).contains("mindestens einen Prompt").doesNotContain("needs");
        assertThat(whole.shaped(text -> text.substring(0, 8)).english()).isEqualTo("its plan");
        assertThat(Sentence.joined("; ", List.of(whole, Sentence.plain("x"))).english()).endsWith("; x");
    }

    @Test
    void aWordIsChosenByANumber() {
        assertThat(Sentence.of("federation.the-policy-needs-stages-with", "majority", "sliced", 1, 1).english())
                .contains("with 1 worker has 1");
        assertThat(Sentence.of("federation.the-policy-needs-stages-with", "majority", "sliced", 2, 2).english())
                .contains("with 2 workers has 2");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(String file) throws IOException {
        return Files.readAllLines(BUNDLE.resolve(file)).stream().filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('='))).toList();
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLE.resolve(file))) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
