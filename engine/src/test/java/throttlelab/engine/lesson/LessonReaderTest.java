package throttlelab.engine.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import throttlelab.engine.InputException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.files.Schemas;
import throttlelab.engine.throttle.Tempo;

/// What a teacher writes is read as it is meant, or refused in one sentence with file and line.
class LessonReaderTest {

    private static final String STEP = """
            # A lesson

            About it.

            ## A step

            Text with **strong**, *emphasis* and `code`.

            1. one
               - inside
            2. two

            ~~~
            typed
            ~~~

            ### Do

            - Press it.

            ### Watch

            Look.

            ### Predict

            What will it be?

            - [ ] This.
            - [x] *That*.

            ### Explain

            Because.

            ```lesson
            %s
            ```
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.md"), text);
    }

    private Lesson read(String setup) throws IOException {
        return Lesson.read(file(STEP.formatted(setup)));
    }

    @Test
    void allPartsOfAStepAreRead() throws IOException {
        Lesson lesson = read("{\"expect\": [{\"see\": \"stages\", \"least\": 3}]}");
        LessonStep step = lesson.steps().getFirst();

        assertThat(lesson.id()).isEqualTo("mine");
        assertThat(lesson.title()).isEqualTo("A lesson");
        assertThat(lesson.about()).extracting(Prose::plain).containsExactly("About it.");
        assertThat(step.title()).isEqualTo("A step");
        assertThat(step.text()).extracting(Prose::plain).containsExactly("Text with strong, emphasis and code.", "one",
                "inside", "two", "typed");
        assertThat(step.text()).extracting(Prose::mark).containsExactly("", "1.", "•", "2.", "");
        assertThat(step.text()).extracting(Prose::depth).containsExactly(0, 1, 2, 1, 0);
        assertThat(step.text().getFirst().spans()).containsExactly(new Prose.Span("Text with ", false, false, false),
                new Prose.Span("strong", true, false, false), new Prose.Span(", ", false, false, false),
                new Prose.Span("emphasis", false, true, false), new Prose.Span(" and ", false, false, false),
                new Prose.Span("code", false, false, true), new Prose.Span(".", false, false, false));
        assertThat(step.text().getLast().kind()).isEqualTo(Prose.Kind.CODE);
        assertThat(step.doing()).extracting(Prose::plain).containsExactly("Press it.");
        assertThat(step.watching()).extracting(Prose::plain).containsExactly("Look.");
        assertThat(step.explain()).extracting(Prose::plain).containsExactly("Because.");
        Question predict = step.predict().orElseThrow();
        assertThat(predict.text()).extracting(Prose::plain).containsExactly("What will it be?");
        assertThat(predict.choices()).extracting(Question.Choice::right).containsExactly(false, true);
        assertThat(predict.choices().getLast().words()).containsExactly(new Prose.Span("That", false, true, false),
                new Prose.Span(".", false, false, false));
        assertThat(step.decide()).isEmpty();
        assertThat(step.expected()).containsExactly(new Observation.AtLeast(Count.STAGES, Observation.Side.FIRST, 3));
    }

    @Test
    void aSetUpIsReadWhole() throws IOException {
        String setup = """
                {"prompt": "p002", "tokens": 7, "tempo_ms": 0, "partition": "experts", "policy": "majority",
                 "factors": [1, 1, 2.5, 1, 1, 1, 1, 20], "beside": "arrival-order",
                 "expect": [{"see": "verdict", "of": "second", "is": ["LENIENT", "STRICT"]},
                            {"see": "waited_for", "worker": 7, "share": 0.5}, {"see": "slowed", "factor": 2},
                            {"see": "refused"}]}""";
        LessonStep step = read(setup).steps().getFirst();

        Schemas.assertValid("lesson", setup);
        assertThat(step.setup()).contains(new StepSetup.Live("p002", 7, Tempo.FULL, PartitionKind.EXPERTS,
                CombinePolicy.MAJORITY, Optional.of(CombinePolicy.ARRIVAL_ORDER), "",
                List.of(1.0, 1.0, 2.5, 1.0, 1.0, 1.0, 1.0, 20.0), List.of()));
        assertThat(step.expected()).containsExactly(
                new Observation.VerdictIs(Observation.Side.SECOND, Set.of(Verdict.LENIENT, Verdict.STRICT)),
                new Observation.WaitedFor(Observation.Side.FIRST, 7, 0.5),
                new Observation.Slowed(Observation.Side.FIRST, -1, 2),
                new Observation.AtLeast(Count.REFUSED, Observation.Side.FIRST, 1));
    }

    @Test
    void onlyTheNamedDefectsMayBeWrong() throws IOException {
        Lesson lesson = Lesson.read(file("""
                # A bug
                ## Find it
                ### Decide
                - `early-gate` The gate.
                - `wrong-order` The order.
                ```lesson
                {"wrong": ["wrong-order"], "expect": [{"see": "parted"}]}
                ```
                """));
        LessonStep step = lesson.steps().getFirst();

        assertThat(((StepSetup.Live) step.setup().orElseThrow()).wrong()).containsExactly(Defect.WRONG_ORDER);
        assertThat(step.decide().orElseThrow().choices()).extracting(choice -> choice.words().getFirst().text())
                .containsExactly("The gate.", "The order.");
    }

    static List<Arguments> mistakes() {
        String sound = "{\"expect\": [{\"see\": \"parted\"}], \"wrong\": [\"early-gate\"]}";
        return List.of(
                Arguments.of("Just text.", 1, "there is no title"),
                Arguments.of("# Title\n\nText.", 1, "there is no step"),
                Arguments.of("# Title\n\n# Another", 3, "there is a second title"),
                Arguments.of("# Title\n\n### Do\n", 3, "'Do' belongs to no step"),
                Arguments.of("# Title\n## Step\n\n### Look\n", 4, "'Look' is no part of a step"),
                Arguments.of("# Title\n## Step\n\n![a picture](x.png)\n", 4, "cannot show"),
                Arguments.of("# Title\n## Step\n\n<div>x</div>\n", 4, "cannot show"),
                Arguments.of("# Title\n## Step\n### Predict\n- [ ] a\n- [ ] b\n", 2, "not one right answer"),
                Arguments.of("# Title\n## Step\n### Predict\n- [x] a\n- b\n", 5, "does not say whether it is right"),
                Arguments.of("# Title\n## Step\n### Predict\nWhat?\n", 2, "fewer than two answers"),
                Arguments.of("# Title\n## Step\n### Predict\n- [x] a\n\n  more\n- [ ] b\n", 4, "more than one paragraph"),
                Arguments.of("# Title\n## Step\n### Decide\n- `late-gate` x\n- `early-gate` y\n", 4,
                        "there is no defect 'late-gate'"),
                Arguments.of("# Title\n## Step\n```lesson\n" + sound + "\n```\n", 3, "no answer names"),
                Arguments.of("# Title\n## Step\n```lesson\n{\n  \"tokns\": 3\n}\n```\n", 4, "the key 'tokns' is unknown"),
                Arguments.of("# Title\n## Step\n```lesson\n{\n  \"tokens\": 3,\n}\n```\n", 6, "is not valid JSON"),
                Arguments.of(setup("{\"expect\": []}"), 4, "nothing is expected"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"luck\"}]}"), 4, "one of"),
                Arguments.of(setup("{\"expect\": [\n{\"see\": \"stages\", \"share\": 1}]}"), 5, "'share' is unknown"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"verdict\", \"is\": []}]}"), 4, "no verdict"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"verdict\", \"is\": [\"GOOD\"]}]}"), 4, "one of"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"equal\", \"of\": \"second\"}]}"), 4, "no second run"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"runs_differ\"}]}"), 4, "no second run"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"parted\"}]}"), 4, "nothing is wrong"),
                Arguments.of(setup("{\"expect\": [{\"see\": \"bet_verdict\", \"is\": [\"VOID\"]}]}"), 4, "cannot be seen"),
                Arguments.of(setup("{\"run\": \"bet\", \"expect\": [{\"see\": \"equal\"}]}"), 4, "cannot be seen"),
                Arguments.of(setup("{\"factors\": [1, 2], \"expect\": [{\"see\": \"equal\"}]}"), 4, "2 factors"),
                Arguments.of(setup("{\"profile\": \"slow\", \"expect\": [{\"see\": \"equal\"}]}"), 4, "one of"),
                Arguments.of(setup("{\"wrong\": \"anything\", \"policy\": \"majority\", \"expect\": [{\"see\": \"equal\"}]}"),
                        4, "shows only in a sliced"),
                Arguments.of(setup("{\"partition\": \"pipeline\", \"policy\": \"majority\", \"expect\": [{\"see\": \"equal\"}]}"),
                        4, "at least three contributions"));
    }

    private static String setup(String json) {
        return "# Title\n## Step\n```lesson\n" + json + "\n```\n";
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsOneSentenceWithFileAndLine(String text, int line, String what) throws IOException {
        Path file = file(text);

        assertThatThrownBy(() -> Lesson.read(file)).isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString()).hasMessageContaining("line " + line).hasMessageContaining(what)
                .message().doesNotContain("\n").endsWith(".");
    }

    @Test
    void oneThatCannotBeUsedKeepsNoOtherFromBeingRead() throws IOException {
        Files.writeString(folder.resolve("a.md"), "no lesson");
        Files.writeString(folder.resolve("b.md"), "# Title\n## Step\ntext\n");
        Files.writeString(folder.resolve("README.md"), "not meant to be one");
        Files.writeString(folder.resolve("c.txt"), "# Title\n## Step\ntext\n");

        Lessons lessons = Lessons.in(folder, "en");
        assertThat(lessons.lessons()).extracting(Lesson::id).containsExactly("b");
        assertThat(lessons.refused()).hasSize(1).first().matches(e -> e.getMessage().contains("a.md"));
        assertThatThrownBy(() -> Lessons.in(folder.resolve("none"), "en")).isInstanceOf(InputException.class)
                .hasMessageContaining("none");
    }

    @Test
    void everySetUpThatIsShippedFitsTheSchema() throws IOException {
        List<String> setups = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(LessonModel.samples().resolve("lessons"))) {
            files = listed.filter(LessonFile::isLesson).sorted().toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            for (int at = text.indexOf("```lesson\n"); at >= 0; at = text.indexOf("```lesson\n", at + 1)) {
                setups.add(text.substring(at + "```lesson\n".length(), text.indexOf("\n```", at + 1)));
            }
        }
        assertThat(setups).hasSizeGreaterThanOrEqualTo(28)
                .allSatisfy(setup -> Schemas.assertValid("lesson", setup));
        assertThat(Schemas.errors("lesson", setups.getFirst().replace("expect", "hope"))).isNotEmpty();
        assertThat(Schemas.errors("lesson", setups.getFirst().replace("stages", "luck"))).isNotEmpty();
    }
}
