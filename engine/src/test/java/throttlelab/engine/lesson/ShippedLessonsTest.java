package throttlelab.engine.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Defect;

/// Every lesson that comes with the lab keeps its promises: each step is run, and all of it is seen; and with another
/// set-up something of it is not.
class ShippedLessonsTest {

    private static final Path FOLDER = LessonModel.samples().resolve("lessons");
    private static final Lessons SHIPPED = Lessons.in(FOLDER, "en");
    private static final List<String> TRANSLATED = List.of("de");

    @Test
    void thereAreAtLeastEightAndAllCanBeUsed() {
        assertThat(SHIPPED.refused()).isEmpty();
        assertThat(SHIPPED.lessons()).hasSizeGreaterThanOrEqualTo(8);
    }

    /// A step is promised, run and seen once, so its words may differ from language to language and nothing else.
    @TestFactory
    Stream<DynamicTest> everyTranslationIsTheSameButForItsWords() {
        return TRANSLATED.stream().flatMap(language -> SHIPPED.lessons().stream()
                .map(lesson -> dynamicTest(lesson.id() + " in " + language, () -> {
                    Lesson other = Lesson.read(FOLDER.resolve(lesson.id() + "." + language + ".md"));
                    assertThat(other.id()).isEqualTo(lesson.id());
                    assertThat(shapes(other)).isEqualTo(shapes(lesson));
                    assertThat(words(other)).as("words of its own").doesNotContainAnyElementsOf(words(lesson));
                })));
    }

    /// All of a step but its words.
    private record Shape(Optional<StepSetup> setup, List<Observation> expected, List<Question.Choice> predict,
            List<Question.Choice> decide, List<Prose.Kind> pieces) {
    }

    private static List<Shape> shapes(Lesson lesson) {
        return lesson.steps().stream().map(step -> new Shape(step.setup(), step.expected(), answers(step.predict()),
                answers(step.decide()), Stream.of(step.text(), step.doing(), step.watching(), step.explain())
                        .flatMap(List::stream).map(Prose::kind).toList())).toList();
    }

    private static List<Question.Choice> answers(Optional<Question> question) {
        return question.stream().flatMap(each -> each.choices().stream())
                .map(choice -> new Question.Choice(List.of(), choice.right(), choice.defect())).toList();
    }

    private static List<String> words(Lesson lesson) {
        return Stream.concat(Stream.of(lesson.title()), Stream.concat(Stream.of(lesson.about()), lesson.steps().stream()
                .flatMap(step -> Stream.of(step.text(), step.doing(), step.watching(), step.explain())))
                .flatMap(List::stream).map(Prose::plain)).toList();
    }

    @Test
    void aWindowThatSpeaksATranslationShowsAllOfIt() {
        for (String language : TRANSLATED) {
            Lessons translated = Lessons.in(FOLDER, language);
            assertThat(translated.refused()).isEmpty();
            assertThat(translated.lessons()).extracting(Lesson::id)
                    .isEqualTo(SHIPPED.lessons().stream().map(Lesson::id).toList());
            assertThat(translated.lessons()).extracting(Lesson::title)
                    .doesNotContainAnyElementsOf(SHIPPED.lessons().stream().map(Lesson::title).toList());
        }
    }

    @Test
    void everyOneTellsWhatItIsAboutAndAsksForAPrediction() {
        for (Lesson lesson : SHIPPED.lessons()) {
            assertThat(lesson.about()).as(lesson.id()).isNotEmpty();
            assertThat(lesson.steps()).as(lesson.id()).anyMatch(step -> step.predict().isPresent());
            for (LessonStep step : lesson.steps()) {
                assertThat(step.explain()).as("%s, %s", lesson.id(), step.title()).isNotEmpty();
                assertThat(step.setup().isEmpty()).as("%s, %s", lesson.id(), step.title())
                        .isEqualTo(step.expected().isEmpty()).isEqualTo(step.doing().isEmpty());
                assertThat(step.setup().isPresent() ? step.predict() : step.decide()).as(step.title()).isPresent();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyStepIsSeenToHappen() {
        return SHIPPED.lessons().stream().map(lesson -> dynamicTest(lesson.id(), () -> {
            StepRunner runner = new StepRunner();
            for (LessonStep step : lesson.steps()) {
                if (step.setup().isPresent()) {
                    Seen seen = seen(runner, step);
                    for (Observation expected : step.expected()) {
                        assertThat(expected.seen(seen)).as("%s, %s: %s in %s", lesson.id(), step.title(), expected, seen)
                                .isTrue();
                    }
                }
            }
        }));
    }

    private static boolean dies(LessonStep step) {
        return counts(step, Count.REVIVED);
    }

    private static Seen seen(StepRunner runner, LessonStep step) throws InterruptedException {
        return dies(step) ? runner.live((StepSetup.Live) step.setup().orElseThrow(), true)
                : runner.run(step.setup().orElseThrow());
    }

    @TestFactory
    Stream<DynamicTest> withAnotherSetUpItDoesNotHappen() {
        return SHIPPED.lessons().stream().map(lesson -> dynamicTest(lesson.id(), () -> {
            for (LessonStep step : lesson.steps()) {
                if (step.setup().isPresent()) {
                    Seen seen = control(step, step.setup().orElseThrow());
                    assertThat(step.expected()).as("%s, %s: %s", lesson.id(), step.title(), seen)
                            .anyMatch(expected -> !expected.seen(seen));
                }
            }
        }));
    }

    /// What spoils a step: the other policy, or nobody dead, or the other order, or nothing wrong.
    private static Seen control(LessonStep step, StepSetup setup) throws InterruptedException {
        StepRunner runner = new StepRunner();
        return switch (setup) {
            case StepSetup.Bet bet -> runner.run(new StepSetup.Bet(10, 10, bet.profiles(), bet.policy().broken()
                    ? CombinePolicy.CONTENT_ADDRESSED : CombinePolicy.MAJORITY));
            case StepSetup.Live live when counts(step, Count.STAGES) -> runner.held(live);
            case StepSetup.Live live when dies(step) -> runner.live(live, false);
            case StepSetup.Live live when live.policy().broken() && counts(step, Count.EQUAL) ->
                    runner.run(with(live, live.policy(), live.factors().reversed()));
            case StepSetup.Live live when live.policy().broken() || live.beside().isPresent() || !live.wrong().isEmpty() ->
                    runner.run(with(live, CombinePolicy.CONTENT_ADDRESSED, live.factors()));
            case StepSetup.Live live -> runner.run(with(live, CombinePolicy.MAJORITY, live.factors()));
        };
    }

    private static boolean counts(LessonStep step, Count what) {
        return step.expected().stream()
                .anyMatch(each -> each instanceof Observation.AtLeast counted && counted.what() == what);
    }

    private static StepSetup.Live with(StepSetup.Live live, CombinePolicy policy, List<Double> factors) {
        return new StepSetup.Live(live.prompt(), live.tokens(), live.tempo(), live.partition(), policy,
                live.beside().map(beside -> CombinePolicy.CONTENT_ADDRESSED), live.profile(), factors, List.of());
    }

    /// What each observation of these lessons needs is not there before a run.
    @Test
    void nothingIsSeenBeforeARun() {
        List<Observation> all = new ArrayList<>();
        SHIPPED.lessons().forEach(lesson -> lesson.steps().forEach(step -> all.addAll(step.expected())));
        assertThat(all).hasSizeGreaterThan(20).noneMatch(expected -> expected.seen(Seen.NOTHING));
    }

    @Test
    void theBugsToFindAreAllTenAndEachAnswerNamesOne() {
        LessonStep step = SHIPPED.lessons().stream().flatMap(lesson -> lesson.steps().stream())
                .filter(each -> each.setup().orElse(null) instanceof StepSetup.Live live && !live.wrong().isEmpty())
                .findFirst().orElseThrow();
        List<Question.Choice> choices = step.decide().orElseThrow().choices();

        for (Defect defect : Defect.values()) {
            assertThat(choices).filteredOn(choice -> choice.right(Optional.of(defect))).hasSize(1)
                    .first().matches(choice -> choice.defect().orElseThrow() == defect);
        }
    }
}
