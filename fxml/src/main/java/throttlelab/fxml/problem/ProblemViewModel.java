package throttlelab.fxml.problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// The problems a person has not been told of yet, one at a time. The same one again is counted, not told again, so
/// that a fault in every frame does not bury the window.
public final class ProblemViewModel {

    private static final int MOST = 20;

    private record Problem(String sentence, String details) {
    }

    private final Deque<Problem> waiting = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private int times;

    /// The problems of a lab. What keeps it from loading is told by the loading view instead.
    public ProblemViewModel(LabViewModel lab) {
        lab.problemProperty().addListener((property, before, now) -> {
            if (now != null && lab.stateProperty().get() != LabState.FAILED) {
                tell(now.sentence().in(Texts.locale()), details(now));
                lab.problemTold();
            }
        });
    }

    /// What a person gave wrongly needs no more than the sentence; what went wrong in a run may.
    private static String details(LabException problem) {
        if (!(problem instanceof RunException) || problem.getCause() == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        problem.getCause().printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /// Tells of a problem, now or when those before it have been closed.
    public void tell(String what, String more) {
        Problem problem = new Problem(what, more);
        if (waiting.contains(problem)) {
            if (problem.equals(waiting.peek())) {
                times++;
                show();
            }
        } else if (waiting.size() < MOST) {
            waiting.add(problem);
            show();
        }
    }

    /// Says that the person has read it; shows the next, if there is one.
    public void close() {
        waiting.poll();
        times = 0;
        show();
    }

    private void show() {
        Problem first = waiting.peek();
        sentence.set(first == null ? "" : first.sentence());
        title.set(Texts.get(first == null || first.details().isEmpty() ? "problem.title" : "problem.title.details"));
        details.set(first == null ? "" : first.details());
        count.set(times == 0 ? "" : Texts.get("problem.times", times + 1));
        open.set(first != null);
    }

    /// Sentence and details, to be passed on.
    public String text() {
        return details.get().isEmpty() ? sentence.get() : sentence.get() + "\n\n" + details.get();
    }

    /// Whether there is one to be told.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// What kind of problem it is.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// What is wrong, where, and what to do.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// For whoever can make use of them; may be empty.
    public ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// How often it came, in words; empty for once.
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }
}
