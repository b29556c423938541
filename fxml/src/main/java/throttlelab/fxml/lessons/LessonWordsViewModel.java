package throttlelab.fxml.lessons;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.lesson.Clue;
import throttlelab.engine.lesson.Evidence;
import throttlelab.engine.lesson.Lesson;
import throttlelab.engine.lesson.LessonStep;
import throttlelab.engine.lesson.Observation;
import throttlelab.engine.lesson.Prose;
import throttlelab.engine.lesson.Question;
import throttlelab.engine.lesson.StepSetup;
import throttlelab.fxml.lab.StageTitle;
import throttlelab.fxml.texts.Texts;

/// Lessons, what they promise and what was found, in words.
final class LessonWordsViewModel {

    private final List<String> workerNames;

    /// @param workerNames what people call the workers
    LessonWordsViewModel(List<String> workerNames) {
        this.workerNames = workerNames;
    }

    LessonPage page(Lesson lesson, int number) {
        LessonStep step = lesson.steps().get(number);
        return new LessonPage(lesson.title(), Texts.get("lessons.place", number + 1, lesson.steps().size()), step.title(),
                number == 0 ? pieces(lesson.about()) : List.of(), pieces(step.text()), pieces(step.doing()),
                pieces(step.watching()), question(step.predict()), question(step.decide()), pieces(step.explain()),
                step.setup().map(LessonWordsViewModel::run).orElse(""), number == 0, number == lesson.steps().size() - 1);
    }

    private static String run(StepSetup setup) {
        return Texts.get(setup instanceof StepSetup.Bet ? "lessons.go.bet" : "lessons.go.live");
    }

    private static LessonQuestion question(Optional<Question> question) {
        return question.map(each -> new LessonQuestion(pieces(each.text()), each.choices().stream()
                .map(choice -> new TextPiece(TextPiece.Kind.PARAGRAPH, 0, "", spans(choice.words()))).toList()))
                .orElse(null);
    }

    static List<TextPiece> pieces(List<Prose> prose) {
        return prose.stream().map(piece -> new TextPiece(switch (piece.kind()) {
            case PARAGRAPH -> TextPiece.Kind.PARAGRAPH;
            case HEADING -> TextPiece.Kind.HEADING;
            case CODE -> TextPiece.Kind.CODE;
        }, piece.depth(), piece.mark(), spans(piece.spans()))).toList();
    }

    private static List<TextPiece.Span> spans(List<Prose.Span> spans) {
        return spans.stream()
                .map(span -> new TextPiece.Span(span.text(), span.strong(), span.emphasis(), span.code())).toList();
    }

    /// What is promised.
    String promise(Observation observation) {
        List<Object> words = new ArrayList<>();
        boolean second = false;
        for (Object value : observation.values()) {
            if (value instanceof Observation.Side side) {
                second = side == Observation.Side.SECOND;
            } else {
                words.add(word(value));
            }
        }
        if (observation instanceof Observation.WaitedFor waited) {
            words = List.of(workerNames.get(waited.worker()), Math.round(100 * waited.share()));
        } else if (observation instanceof Observation.Slowed slowed) {
            words = List.of(slowed.worker() < 0 ? "" : workerNames.get(slowed.worker()), slowed.factor());
        }
        String promise = Texts.get("lessons.see." + observation.id(), words.toArray());
        return second ? Texts.get("lessons.see.second", promise) : promise;
    }

    private static Object word(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(Object::toString).collect(Collectors.joining(" " + Texts.get("lessons.see.or") + " "))
                : value;
    }

    /// What was found.
    ///
    /// @param tokens how many tokens the run generated
    /// @param layers how many layers the model has
    EvidenceTable evidence(Evidence evidence, int tokens, int layers) {
        if (evidence.stage().isEmpty()) {
            return new EvidenceTable(Texts.get("lessons.evidence.none"), List.of(), List.of());
        }
        StageId stage = evidence.stage().get();
        String title = new StageTitle(stage.token(), tokens, stage.layer(), layers, stage.kind().id()).text();
        return new EvidenceTable(Texts.get("lessons.evidence.first", title),
                evidence.lines().stream().map(this::row).toList(),
                evidence.clues().stream().map(clue -> clue(clue, evidence)).toList());
    }

    private EvidenceTable.Row row(Evidence.Line line) {
        return new EvidenceTable.Row(Texts.get("lessons.evidence.slot", line.slot()), workerNames.get(line.worker()),
                line.address(), line.address().equals(line.expectedAddress()), line.checksum(),
                line.checksum().equals(line.expectedChecksum()),
                Texts.get(line.fits() ? "lessons.evidence.fits" : "lessons.evidence.unfit"));
    }

    private static String clue(Clue clue, Evidence evidence) {
        String key = "lessons.clue." + clue.kind().name().toLowerCase(Locale.ROOT);
        // Slots count from 0, as at the barrier; layers from 1.
        int other = clue.kind() == Clue.Kind.OTHER_LAYER_ADDRESS ? clue.other() + 1 : clue.other();
        return Texts.get(key, clue.slot(), other, evidence.expected());
    }
}
