package throttlelab.engine.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;

/// A lesson is shown in the language that is asked for, if somebody has written it, and is the same lesson in each.
class TranslationsTest {

    private static final String ENGLISH = """
            # A lesson
            ## A step
            ### Predict
            - [ ] This.
            - [x] That.
            ```lesson
            {"tokens": 3, "expect": [{"see": "stages", "least": 3}]}
            ```
            ## Another
            ### Decide
            - [x] Left.
            - [ ] Right.
            """;
    private static final String GERMAN = ENGLISH.replace("A lesson", "Eine Lektion").replace("A step", "Ein Schritt")
            .replace("This", "Dies").replace("That", "Das").replace("Another", "Noch einer");

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> titles(String language) {
        Lessons lessons = Lessons.in(folder, language);
        assertThat(lessons.refused()).isEmpty();
        return lessons.lessons().stream().map(each -> each.id() + ": " + each.title()).toList();
    }

    @Test
    void aTranslationIsShownWhereItsLanguageIsSpoken() throws IOException {
        write("a.md", ENGLISH);
        write("a.de.md", GERMAN);
        write("b.md", ENGLISH);
        write("README.md", "no lesson");
        write("README.de.md", "keine Lektion");

        assertThat(titles("de")).containsExactly("a: Eine Lektion", "b: A lesson");
        assertThat(titles("en")).containsExactly("a: A lesson", "b: A lesson");
    }

    @Test
    void aTranslationWithoutAnOriginalIsALessonOfItsOwn() throws IOException {
        write("a.de.md", GERMAN);

        assertThat(titles("de")).containsExactly("a: Eine Lektion");
        assertThat(titles("en")).as("better than none").containsExactly("a: Eine Lektion");
    }

    @Test
    void onlyTwoLettersAreALanguage() throws IOException {
        write("1.2.md", ENGLISH);
        write("a.part.md", ENGLISH);
        write("b.DE.md", GERMAN);

        assertThat(titles("de")).containsExactly("1.2: A lesson", "a.part: A lesson", "b: Eine Lektion");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Noch einer          | Noch einer\\n## Und einer            | there are other steps
            "tokens": 3         | "tokens": 4                          | in step 1 the set-up is another
            "least": 3          | "least": 2                           | in step 1 what is expected is another
            - [ ] Dies.\\n- [x] | - [x] Dies.\\n- [ ]                  | in step 1 the answers under 'Predict' are others
            - [ ] Right.        | - [ ] Right.\\n- [ ] Mitte.          | in step 2 the answers under 'Decide' are others
            """, delimiter = '|', quoteCharacter = '`')
    void aTranslationThatIsAnotherLessonIsNamedAndTheOriginalShown(String from, String to, String what)
            throws IOException {
        write("a.md", ENGLISH);
        write("a.de.md", GERMAN.replace(lines(from), lines(to)));

        Lessons lessons = Lessons.in(folder, "de");
        assertThat(lessons.lessons()).extracting(Lesson::title).containsExactly("A lesson");
        assertThat(lessons.refused()).hasSize(1).first().extracting(InputException::getMessage).asString()
                .startsWith(folder.resolve("a.de.md").toString()).contains(what + " than in a.md: ").endsWith(".")
                .doesNotContain("\n");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void aTranslationThatCannotBeReadLeavesTheOriginal() throws IOException {
        write("a.md", ENGLISH);
        write("a.de.md", "kaputt");
        write("b.md", "broken");
        write("b.de.md", GERMAN);

        Lessons lessons = Lessons.in(folder, "de");
        assertThat(lessons.lessons()).extracting(Lesson::title).containsExactly("A lesson", "Eine Lektion");
        assertThat(lessons.refused()).extracting(InputException::getMessage).hasSize(2)
                .anyMatch(each -> each.contains("a.de.md")).anyMatch(each -> each.contains("b.md"));
    }

    @Test
    void oneLanguageHasOneText() throws IOException {
        write("a.md", ENGLISH);
        write("a.DE.md", GERMAN);
        assumeFalse(Files.exists(folder.resolve("a.De.md")), "names differ by more than case here");
        write("a.De.md", GERMAN.replace("Eine Lektion", "Noch eine"));

        Lessons lessons = Lessons.in(folder, "de");
        assertThat(lessons.lessons()).extracting(Lesson::title).containsExactly("Eine Lektion");
        assertThat(lessons.refused()).hasSize(1).first().extracting(InputException::getMessage).asString()
                .contains("a.De.md", "a.DE.md is the same lesson in the same language");
    }
}
