package throttlelab.fxml.lessons;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.lesson.LessonStep;
import throttlelab.engine.lesson.Question;
import throttlelab.fxml.texts.Texts;

/// The lesson that is being given: the step a person is at, what they predict, and what they find out.
///
/// A step is done when what it asks for has been predicted, all that it promises has happened, and what there is to find
/// out has been found out.
final class GivenLessonViewModel {

    /// No answer has been chosen.
    static final int NONE = -1;

    private final LessonListViewModel list;
    private final LessonCheckViewModel check;
    private final LessonWordsViewModel words;
    private final Supplier<Optional<Defect>> wrong;
    private final ReadOnlyObjectWrapper<LessonPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper predicted = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyStringWrapper predictedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper decidedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private ListedLessonViewModel lesson;
    private int step;

    /// @param list notes how far the person is
    /// @param check sees whether what is promised has happened
    /// @param wrong what is wrong with the federation that was run, if anything is
    GivenLessonViewModel(LessonListViewModel list, LessonCheckViewModel check, LessonWordsViewModel words,
            Supplier<Optional<Defect>> wrong) {
        this.list = list;
        this.check = check;
        this.words = words;
        this.wrong = wrong;
        check.happenedProperty().subscribe(this::happened);
    }

    /// Turns to a step of a lesson, whatever is done.
    void turnTo(ListedLessonViewModel given, int number) {
        lesson = given;
        step = number;
        list.at(lesson, step);
        check.turnTo(step());
        unanswered();
        predicted.set(NONE);
        done.set(list.place(lesson).done().contains(step));
        page.set(words.page(lesson.lesson(), step));
    }

    /// What was said of answers does not hold for the next run.
    void unanswered() {
        predictedText.set("");
        decided.set(NONE);
        decidedText.set("");
    }

    /// Whether there is a lesson.
    boolean begun() {
        return lesson != null;
    }

    ListedLessonViewModel lesson() {
        return lesson;
    }

    LessonStep step() {
        return lesson.lesson().steps().get(step);
    }

    int number() {
        return step;
    }

    boolean last() {
        return step + 1 == lesson.steps();
    }

    /// Whether the step waits for a prediction before it is run.
    boolean unpredicted() {
        return step().predict().isPresent() && predicted.get() == NONE;
    }

    /// Chooses a prediction. It may be changed until the run has shown what happens.
    void predict(int answer) {
        if (!check.happenedProperty().get()) {
            predicted.set(answer);
        }
    }

    /// Chooses what was found out.
    void decide(int answer) {
        decided.set(answer);
        decidedText.set(Texts.get(right(step().decide().orElseThrow(), answer) ? "lessons.decided.right"
                : "lessons.decided.wrong"));
        consider();
    }

    private boolean right(Question question, int answer) {
        return answer != NONE && question.choices().get(answer).right(wrong.get());
    }

    private void happened(boolean now) {
        if (now) {
            step().predict().ifPresent(question -> predictedText.set(Texts.get(right(question, predicted.get())
                    ? "lessons.predicted.right" : "lessons.predicted.wrong")));
            consider();
        }
    }

    private void consider() {
        boolean seen = step().setup().isEmpty() || check.happenedProperty().get();
        if (seen && step().decide().map(question -> right(question, decided.get())).orElse(true)) {
            finish();
        }
    }

    /// Leaves the step; one that is only read is done by that.
    void pass() {
        if (done.get() || step().setup().isEmpty() && step().predict().isEmpty() && step().decide().isEmpty()) {
            finish();
        }
    }

    private void finish() {
        done.set(true);
        list.done(lesson, step);
    }

    /// The step that is open; `null` before there is one.
    ReadOnlyObjectProperty<LessonPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// The prediction, or [#NONE].
    ReadOnlyIntegerProperty predictedProperty() {
        return predicted.getReadOnlyProperty();
    }

    /// Whether it was right, in words; empty before all has happened.
    ReadOnlyStringProperty predictedTextProperty() {
        return predictedText.getReadOnlyProperty();
    }

    /// What was found out, or [#NONE].
    ReadOnlyIntegerProperty decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    /// Whether that is right, in words.
    ReadOnlyStringProperty decidedTextProperty() {
        return decidedText.getReadOnlyProperty();
    }

    /// Whether the step is done, now or another day.
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
