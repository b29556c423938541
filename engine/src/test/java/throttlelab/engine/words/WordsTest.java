package throttlelab.engine.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
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
    private static final String REGISTERED = "criteria.";
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /// Two words with a blank between them, or one that goes on.
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}[,:]? +\\p{L}{2,}|^ \\p{L}{3,}|\\p{L}{3,} $");

    /// What stays English in the engine, by the folder or file it stands in, and why.
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("report/", "documents for others: verify makes them again, word for word"),
            Map.entry("schedule/matrix/MatrixPages.java", "a document for others"),
            Map.entry("schedule/matrix/Matrix.java", "commands for the terminal"),
            Map.entry("schedule/matrix/MatrixPlan.java", "how a row ran, as its file tells it: names and versions"),
            Map.entry("numerics/SimdKernels.java", "the name of an arithmetic, as recordings carry it"),
            Map.entry("recording/Environment.java", "a name in a file of the system"),
            Map.entry("recording/foreign/Format.java", "names of other systems"),
            Map.entry("comparison/printed/Letters.java", "terminal and reports; the window counts answers"),
            Map.entry("comparison/printed/PrintedDifference.java", "terminal and reports"),
            Map.entry("comparison/printed/PrintedVerdict.java", "names of verdicts; the window has its own"),
            Map.entry("comparison/printed/Prompted.java", "terminal: --by-line"),
            Map.entry("bet/ResultReader.java", "looks for a sentence in a file"),
            Map.entry("files/JsonSentences.java", "what the parser says, to be said in other words"),
            Map.entry("files/JsonValue.java", "what the parser says, to be said in other words"),
            Map.entry("files/WriteFailure.java", "what the system says, to be said in other words"));

    /// Faults of the program, which no person is meant to see, and what is no text.
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile("(?:Illegal|IndexOutOf|UncheckedIO|NullPointer|Unsupported)\\w*Exception"
            + "|Objects\\.requireNonNull|Pattern\\.compile|SuppressWarnings");

    /// What is the same in both languages: places with signs between them, and names.
    private static final Pattern THE_SAME = Pattern.compile("(?U)[^\\p{L}]*(\\{\\d\\}[^\\p{L}]*)*|JVM: .*|Heap: .*");

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

    /// The criteria are laid down in a file; nobody may change a word of them, here or there.
    @Test
    void theCriteriaAreKnownByTheirEnglish() throws IOException {
        String laidDown = Files.readString(Path.of("..", "samples", "bet", "45_throttle.criteria.json"));
        Properties english = read("words.properties");

        assertThat(keys("words.properties").stream().filter(key -> key.startsWith(REGISTERED)).toList()).hasSizeGreaterThan(20)
                .allMatch(key -> laidDown.contains('"' + english.getProperty(key).replace("\"", "\\\"") + '"'));
        assertThat(LITERAL.matcher(laidDown).results().map(found -> found.group(1).replace("\\\"", "\""))
                .filter(text -> text.contains(" ") && !text.startsWith("Laid down before")))
                .allMatch(text -> !Sentence.known(REGISTERED, text).in(Locale.GERMAN).equals(text));
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
        assertThat(used).isEqualTo(keys("words.properties").stream().filter(key -> !key.startsWith(REGISTERED)
                && !key.startsWith("parser.")).collect(Collectors.toCollection(TreeSet::new)));
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
    void noTextStandsInTheEngine() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        for (Path file : sources()) {
            String code = Files.readString(file).replaceAll("(?m)//.*$", "");
            for (String statement : code.split(";")) {
                if (!NOT_FOR_PEOPLE.matcher(statement).find()) {
                    LITERAL.matcher(statement).results().map(literal -> literal.group(1))
                            .filter(text -> WORDS.matcher(text).find()).forEach(text -> found.computeIfAbsent(
                                    SOURCES.relativize(file).toString(), _ -> new ArrayList<>()).add(text));
                }
            }
        }
        assertThat(found.entrySet()).filteredOn(each -> EXEMPT.keySet().stream().noneMatch(each.getKey()::startsWith)).isEmpty();
        // Nothing is exempt that need not be.
        assertThat(EXEMPT.keySet()).allMatch(exempt -> found.keySet().stream().anyMatch(file -> file.startsWith(exempt)));
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

    @Test
    void whatStandsInAFileInEnglishIsKnownAgain() {
        assertThat(german("matrix.", "1 prompt × 2 tokens, batch 1, each")).isEqualTo("1 Prompt × 2 Token, Stapel 1, jedes Mal");
        assertThat(german("matrix.", "4 prompts × 4 tokens, batch 4")).isEqualTo("4 Prompts × 4 Token, Stapel 4");
        assertThat(german("matrix.", "Recorded baseline x of AMD, Inc., 2 processors, Linux 6.1, amd64, Java 25"))
                .isEqualTo("Aufgezeichnete Referenz x von AMD, Inc., 2 Prozessoren, Linux 6.1, amd64, Java 25");
        assertThat(german("bet.", "Profile none differs from the baseline b in 1 tokens and 2 log-probabilities of 3 positions."))
                .isEqualTo("Profil none weicht von der Referenz b in 1 Token und 2 Log-Wahrscheinlichkeiten von 3 Stellen ab.");
        assertThat(german("parser.", "Unexpected character ('o'): was expecting double-quote to start property name"))
                .isEqualTo("unerwartetes Zeichen ('o'), erwartet wird ein Anführungszeichen vor einem Schlüssel");
        assertThat(german("matrix.", "Error: nothing of the kind.")).isEqualTo("Error: nothing of the kind.");
        assertThat(Sentence.known("matrix.", "4 prompts × 04 tokens, batch 4").english()).isEqualTo("4 prompts × 04 tokens, batch 4");
    }

    private static String german(String prefix, String english) {
        return Sentence.known(prefix, english).in(Locale.GERMAN);
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
