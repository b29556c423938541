package throttlelab.engine.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;

/// Reads a lesson: Markdown with one heading for the lesson, one of the second level for each step, and in a step headings
/// of the third level, "Do", "Watch", "Predict", "Decide" and "Explain", before what belongs there. A block of code marked
/// `lesson` holds the step's set-up and what is to be observed, as JSON.
final class LessonReader {

    private static final int LIMIT_BYTES = 1 << 20;
    private static final String SETUP = "lesson";
    private static final String RIGHT = "[x] ";
    private static final String WRONG = "[ ] ";
    private static final int STEP_LEVEL = 2;
    private static final int PART_LEVEL = 3;
    private static final Parser PARSER = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /// The parts of a step.
    private enum Part {
        TEXT(""), DO("Do"), WATCH("Watch"), PREDICT("Predict"), DECIDE("Decide"), EXPLAIN("Explain");

        private final String heading;

        Part(String heading) {
            this.heading = heading;
        }
    }

    /// What has been read of a step.
    private static final class Draft {
        private final Heading heading;
        private final Map<Part, List<Prose>> texts = new EnumMap<>(Part.class);
        private final Map<Part, List<Question.Choice>> choices = new EnumMap<>(Part.class);
        private Part part = Part.TEXT;
        private FencedCodeBlock setup;
        private SetupReader.Setup read;

        Draft(Heading heading) {
            this.heading = heading;
        }

        List<Prose> text(Part of) {
            return texts.computeIfAbsent(of, each -> new ArrayList<>());
        }
    }

    private final Path file;
    private final MarkdownText markdown;
    private final List<LessonStep> steps = new ArrayList<>();
    private final List<Prose> about = new ArrayList<>();
    private String title;
    private Draft draft;

    private LessonReader(Path file) {
        this.file = file;
        this.markdown = new MarkdownText(file);
    }

    /// The lesson in a file.
    ///
    /// @throws InputException if it cannot be read or is not one; names file and line
    static Lesson read(Path file) {
        return new LessonReader(file).lesson(PARSER.parse(TextFiles.readText(file, LIMIT_BYTES)));
    }

    private Lesson lesson(Node document) {
        for (Node block : MarkdownText.children(document)) {
            if (block instanceof Heading heading && heading.getLevel() <= PART_LEVEL) {
                heading(heading);
            } else if (draft == null) {
                markdown.add(block, about);
            } else {
                block(block);
            }
        }
        if (title == null) {
            throw markdown.wrong(document, Sentence.of("lesson.there-is-no-title"),
                    Sentence.of("lesson.begin-the-lesson-with-a"));
        }
        if (draft == null) {
            throw markdown.wrong(document, Sentence.of("lesson.there-is-no-step"),
                    Sentence.of("lesson.write-a-line-title-before"));
        }
        steps.add(step());
        return new Lesson(LessonFile.of(file).id(), title, about, steps);
    }

    private void heading(Heading heading) {
        String words = words(heading);
        if (heading.getLevel() == 1) {
            if (title != null) {
                throw markdown.wrong(heading, Sentence.of("lesson.there-is-a-second-title"),
                        Sentence.of("lesson.write-before-a-step-s"));
            }
            title = words;
        } else if (heading.getLevel() == STEP_LEVEL) {
            if (draft != null) {
                steps.add(step());
            }
            draft = new Draft(heading);
        } else if (draft == null) {
            throw markdown.wrong(heading, Sentence.of("lesson.belongs-to-no-step", words),
                    Sentence.of("lesson.write-and-a-step-s"));
        } else {
            draft.part = Arrays.stream(Part.values()).filter(part -> part != Part.TEXT && part.heading.equals(words))
                    .findFirst().orElseThrow(() -> markdown.wrong(heading, Sentence.of("lesson.is-no-part-of-a", words),
                            Sentence.of("lesson.use",
                            Arrays.stream(Part.values()).skip(1).map(part -> part.heading).collect(Collectors.joining(", ")))));
        }
    }

    private String words(Node block) {
        return markdown.spans(block).stream().map(Prose.Span::text).collect(Collectors.joining());
    }

    private void block(Node block) {
        if (block instanceof FencedCodeBlock code && code.getInfo().strip().equals(SETUP)) {
            if (draft.setup != null) {
                throw markdown.wrong(code, Sentence.of("lesson.the-step-has-a-second"),
                        Sentence.of("lesson.make-a-step-of-its"));
            }
            draft.setup = code;
            draft.read = new SetupReader().read(JsonInput.parsePart(code.getLiteral(), file, MarkdownText.line(code) + 1));
        } else if (block instanceof BulletList list && (draft.part == Part.PREDICT || draft.part == Part.DECIDE)) {
            if (draft.choices.put(draft.part, markdown.onePerItem(list).stream().map(this::choice).toList()) != null) {
                throw markdown.wrong(list, Sentence.of("lesson.the-question-has-a-second"),
                        Sentence.of("lesson.make-one-list-of-them"));
            }
        } else {
            markdown.add(block, draft.text(draft.part));
        }
    }

    private Question.Choice choice(Paragraph item) {
        List<Prose.Span> words = new ArrayList<>(markdown.spans(item));
        if (item.getFirstChild() instanceof Code code) {
            words.removeFirst();
            return new Question.Choice(words(words, 0), false, Optional.of(defect(item, code.getLiteral())));
        }
        // The brackets may come in pieces: they could have been a link's.
        String text = words.stream().map(Prose.Span::text).collect(Collectors.joining());
        boolean right = text.startsWith(RIGHT);
        if (!right && !text.startsWith(WRONG) || !(item.getFirstChild() instanceof Text)) {
            throw markdown.wrong(item, Sentence.of("lesson.an-answer-does-not-say"),
                    Sentence.of("lesson.begin-it-with-or-or", RIGHT, WRONG));
        }
        return new Question.Choice(words(words, RIGHT.length()), right, Optional.empty());
    }

    private Defect defect(Node item, String id) {
        try {
            return Defect.of(id);
        } catch (UsageException e) {
            throw markdown.wrong(item, Sentence.of("lesson.there-is-no-defect", id), Sentence.of("lesson.use",
                    Arrays.stream(Defect.values()).map(Defect::id).collect(Collectors.joining(", "))));
        }
    }

    /// Spans without their first letters and the blanks after them.
    private static List<Prose.Span> words(List<Prose.Span> spans, int letters) {
        List<Prose.Span> left = new ArrayList<>();
        int skip = letters;
        for (Prose.Span span : spans) {
            int here = Math.min(skip, span.text().length());
            skip -= here;
            String text = left.isEmpty() ? span.text().substring(here).stripLeading() : span.text();
            if (!text.isEmpty()) {
                left.add(new Prose.Span(text, span.strong(), span.emphasis(), span.code()));
            }
        }
        return left;
    }

    private LessonStep step() {
        Optional<Question> predict = question(Part.PREDICT);
        Optional<Question> decide = question(Part.DECIDE);
        Optional<StepSetup> setup = Optional.ofNullable(draft.read).map(SetupReader.Setup::setup);
        List<Observation> expected = draft.read == null ? List.of() : draft.read.expected();
        List<Defect> wrong = setup.map(each -> each instanceof StepSetup.Live live ? live.wrong() : List.<Defect>of())
                .orElse(List.of());
        List<Defect> named = decide.stream().flatMap(question -> question.choices().stream())
                .flatMap(choice -> choice.defect().stream()).toList();
        if (!named.containsAll(wrong)) {
            throw markdown.wrong(draft.setup, Sentence.of("lesson.something-may-be-wrong-that"),
                    Sentence.of("lesson.write-an-answer-for-each"));
        }
        return new LessonStep(words(draft.heading), draft.text(Part.TEXT), draft.text(Part.DO), draft.text(Part.WATCH),
                predict, decide, draft.text(Part.EXPLAIN), setup, expected);
    }

    private Optional<Question> question(Part part) {
        List<Question.Choice> choices = draft.choices.get(part);
        if (choices == null && draft.text(part).isEmpty()) {
            return Optional.empty();
        }
        if (choices == null || choices.size() < 2) {
            throw markdown.wrong(draft.heading, Sentence.of("lesson.the-question-under-has-fewer", part.heading),
                    Sentence.of("lesson.write-a-list-of-them"));
        }
        boolean names = choices.stream().anyMatch(choice -> choice.defect().isPresent());
        if (!names && choices.stream().filter(Question.Choice::right).count() != 1) {
            throw markdown.wrong(draft.heading, Sentence.of("lesson.the-question-under-has-not", part.heading),
                    Sentence.of("lesson.mark-one-with", RIGHT.strip()));
        }
        return Optional.of(new Question(draft.text(part), choices));
    }
}
