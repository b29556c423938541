package throttlelab.fxml.lessons;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.lesson.StepSetup;
import throttlelab.engine.lesson.Suspect;
import throttlelab.fxml.bet.BetViewModel;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// Leads a person through the lessons: from the page of a step to where it is run, and back. Back and skip go to any step,
/// done or not.
public final class LessonsViewModel {

    private final LabViewModel lab;
    private final LongSupplier seeds;
    private final LessonSetupViewModel setup;
    private final LessonListViewModel list;
    private final LessonCheckViewModel check;
    private final GivenLessonViewModel given;
    private final ReadOnlyBooleanWrapper guiding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<LessonRoom> room = new ReadOnlyObjectWrapper<>();
    private boolean listed;

    /// The lessons of a lab.
    ///
    /// @param kept texts that outlive the window
    public LessonsViewModel(LabViewModel lab, BetViewModel bet, Map<String, String> kept) {
        this(lab, bet, kept, new SplittableRandom()::nextLong);
    }

    /// @param seeds choose what is wrong with a federation
    LessonsViewModel(LabViewModel lab, BetViewModel bet, Map<String, String> kept, LongSupplier seeds) {
        this.lab = lab;
        this.seeds = seeds;
        LessonWordsViewModel words = new LessonWordsViewModel(lab.workerNames());
        this.setup = new LessonSetupViewModel(lab, bet.setup());
        this.list = new LessonListViewModel(lab, kept);
        this.check = new LessonCheckViewModel(lab, bet, words);
        this.given = new GivenLessonViewModel(list, check, words, () -> lab.runs().suspect().map(Suspect::defect));
        list.onChosen(this::give);
        // What the window remembers is how the person had set the lab up.
        lab.closeWith(this::close);
        lab.stateProperty().subscribe(this::mayRun);
        given.predictedProperty().subscribe(this::mayRun);
    }

    /// Lists the lessons when they are first wanted.
    void list() {
        if (!listed) {
            listed = true;
            list.read();
        }
    }

    /// Gives a lesson from where the person left it.
    private void give(ListedLessonViewModel lesson) {
        if (!given.begun() || !given.lesson().id().equals(lesson.id())) {
            check.forget();
        }
        go(lesson, Math.min(list.place(lesson).step(), lesson.steps() - 1));
    }

    private void go(ListedLessonViewModel lesson, int step) {
        if (guiding.get() && lab.stateProperty().get().active()) {
            // Held or not, the run of a step that is left would keep the next one from being set up.
            lab.runs().stop();
        }
        guiding.set(false);
        setup.sound();
        given.turnTo(lesson, step);
        mayRun();
    }

    /// Goes to the step before.
    public void back() {
        if (given.begun() && given.number() > 0) {
            go(given.lesson(), given.number() - 1);
            room(LessonRoom.LESSONS);
        }
    }

    /// Goes to the next step, or after the last to the next lesson; done or not.
    public void next() {
        if (!given.begun()) {
            return;
        }
        given.pass();
        if (given.last()) {
            list.after(given.lesson()).ifPresentOrElse(this::goOnTo, this::close);
        } else {
            go(given.lesson(), given.number() + 1);
        }
        room(LessonRoom.LESSONS);
    }

    /// Whether no lesson follows the one that is given.
    boolean lastOfAll() {
        return list.after(given.lesson()).isEmpty();
    }

    private void goOnTo(ListedLessonViewModel lesson) {
        setup.putBack();
        // Whoever comes back to the lesson that is over begins it again.
        list.at(given.lesson(), 0);
        list.choose(lesson);
    }

    /// Leaves the run of a step; the lab is as it was before the lesson.
    void close() {
        check.end();
        guiding.set(false);
        setup.putBack();
    }

    private void mayRun() {
        if (given.begun()) {
            refusal.set(given.step().setup().isEmpty() ? ""
                    : given.unpredicted() ? Texts.get("lessons.refused.predict") : busy(lab.stateProperty().get()));
        }
    }

    private static String busy(LabState state) {
        return switch (state) {
            case READY -> "";
            case RUNNING, PAUSED -> Texts.get("lessons.refused.run");
            case BETTING -> Texts.get("lessons.refused.bet");
            case LOADING, FAILED, PREPARING -> Texts.get("lessons.refused.busy");
        };
    }

    /// Sets the lab up for the step and goes there.
    public void begin() {
        if (!given.begun() || given.step().setup().isEmpty() || !refusal.get().isEmpty()) {
            return;
        }
        StepSetup wanted = given.step().setup().get();
        try {
            setup.apply(wanted, seeds.getAsLong());
        } catch (LabException e) {
            lab.tell(e);
            return;
        }
        given.unanswered();
        check.begin();
        guiding.set(true);
        room(wanted instanceof StepSetup.Bet ? LessonRoom.BET : LessonRoom.LIVE);
    }

    /// Goes to the page of the lesson.
    void toPage() {
        room(LessonRoom.LESSONS);
    }

    private void room(LessonRoom where) {
        // Whoever listens must hear of it, even if the person has gone elsewhere meanwhile.
        room.set(null);
        room.set(where);
    }

    /// The lessons to choose from.
    LessonListViewModel lessons() {
        return list;
    }

    /// The lesson that is being given.
    GivenLessonViewModel given() {
        return given;
    }

    /// Whether what its step promises has happened.
    LessonCheckViewModel check() {
        return check;
    }

    /// Whether the lab is set up for the step.
    public ReadOnlyBooleanProperty guidingProperty() {
        return guiding.getReadOnlyProperty();
    }

    /// Why the lab cannot be set up for the step now; empty if it can.
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// Where the lesson goes on; set anew each time it wants to go there.
    public ReadOnlyObjectProperty<LessonRoom> roomProperty() {
        return room.getReadOnlyProperty();
    }
}
