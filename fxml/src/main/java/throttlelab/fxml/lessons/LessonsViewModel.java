package throttlelab.fxml.lessons;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.InputException;
import throttlelab.engine.LabException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.lesson.Evidence;
import throttlelab.engine.lesson.Lesson;
import throttlelab.engine.lesson.LessonStep;
import throttlelab.engine.lesson.Lessons;
import throttlelab.engine.lesson.Question;
import throttlelab.engine.lesson.StepSetup;
import throttlelab.engine.lesson.Suspect;
import throttlelab.fxml.bet.BetViewModel;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// The lessons, the one that is open, and how far a person is in it.
///
/// A step is done when what it asks for has been predicted, all that it promises has happened, and what there is to find
/// out has been found out. Back and skip go to any step, done or not.
public final class LessonsViewModel {

    /// No answer has been chosen.
    static final int NONE = -1;
    private static final String FOLDER = "lessons";
    private static final String OWN = "own/";

    private final LabViewModel lab;
    private final BetViewModel bet;
    private final LessonPlaces places;
    private final LongSupplier seeds;
    private final LessonWordsViewModel words;
    private final LessonSetupViewModel setup;
    private final ObservableList<LessonItem> items = FXCollections.observableArrayList();
    private final ObservableList<String> refused = FXCollections.observableArrayList();
    private final ObservableList<Sign> signs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LessonPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LessonItem> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper predicted = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper decided = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyStringWrapper predictedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper decidedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper happened = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper guiding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<EvidenceTable> evidence = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LessonRoom> room = new ReadOnlyObjectWrapper<>();
    private final List<Lesson> lessons = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private int lesson = -1;
    private int step;
    private LessonRunViewModel run;
    private Optional<Sha256> audit = Optional.empty();
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
        this.bet = bet;
        this.places = new LessonPlaces(kept);
        this.seeds = seeds;
        this.words = new LessonWordsViewModel(lab.workerNames());
        this.setup = new LessonSetupViewModel(lab, bet.setup());
        lab.pulse().addOther(this::look);
        // What the window remembers is how the person had set the lab up.
        lab.closeWith(this::close);
        lab.stateProperty().subscribe(this::mayRun);
        bet.verdictProperty().subscribe(this::betEnded);
    }

    /// Lists the lessons when they are first wanted.
    void list() {
        if (!listed) {
            listed = true;
            read();
        }
    }

    /// Reads all lessons again, in the background.
    void read() {
        List<Path> folders = new ArrayList<>();
        Optional.ofNullable(lab.samplesProperty().get()).ifPresent(samples -> folders.add(samples.resolve(FOLDER)));
        places.folder().flatMap(LessonsViewModel::path).ifPresent(folders::add);
        String language = Texts.language().id();
        boolean shipped = lab.samplesProperty().get() != null;
        lab.inBackground(() -> {
            List<Lessons> read = folders.stream().map(folder -> in(folder, language)).toList();
            return () -> take(read, shipped);
        }, () -> { });
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Lessons in(Path folder, String language) {
        try {
            return Lessons.in(folder, language);
        } catch (InputException e) {
            return new Lessons(List.of(), List.of(e));
        }
    }

    private void take(List<Lessons> read, boolean shipped) {
        String current = lesson < 0 ? places.current().orElse("") : ids.get(lesson);
        lessons.clear();
        ids.clear();
        refused.clear();
        for (int folder = 0; folder < read.size(); folder++) {
            String before = shipped && folder == 0 ? "" : OWN;
            read.get(folder).lessons().forEach(each -> {
                lessons.add(each);
                ids.add(before + each.id());
            });
            read.get(folder).refused().forEach(each -> refused.add(each.sentence().in(Texts.locale())));
        }
        refreshItems();
        if (!lessons.isEmpty()) {
            show(Math.max(0, ids.indexOf(current)));
        }
    }

    private void refreshItems() {
        List<LessonItem> fresh = new ArrayList<>();
        for (int i = 0; i < lessons.size(); i++) {
            int steps = lessons.get(i).steps().size();
            int finished = (int) places.of(ids.get(i)).done().stream().filter(number -> number < steps).count();
            fresh.add(new LessonItem(ids.get(i), lessons.get(i).title(), finished, steps, ids.get(i).startsWith(OWN)));
        }
        items.setAll(fresh);
        open.set(lesson >= 0 && lesson < items.size() ? items.get(lesson) : null);
    }

    /// Takes a folder of the person's own.
    void openFolder(Path folder) {
        places.folder(folder.toString());
        read();
    }

    /// Opens a lesson where the person left it.
    void open(LessonItem item) {
        int number = ids.indexOf(item.id());
        if (number >= 0 && number != lesson) {
            audit = Optional.empty();
            show(number);
        }
    }

    private void show(int number) {
        lesson = number;
        places.current(ids.get(number));
        open.set(items.get(number));
        go(Math.min(places.of(ids.get(number)).step(), lessons.get(number).steps().size() - 1));
    }

    private LessonStep step() {
        return lessons.get(lesson).steps().get(step);
    }

    /// Goes to a step of the open lesson, whatever is done.
    private void go(int number) {
        if (run != null) {
            audit = run.audit().or(() -> audit);
        }
        run = null;
        guiding.set(false);
        setup.sound();
        step = number;
        places.keep(ids.get(lesson), places.of(ids.get(lesson)).at(number));
        predicted.set(NONE);
        decided.set(NONE);
        predictedText.set("");
        decidedText.set("");
        happened.set(false);
        evidence.set(null);
        done.set(places.of(ids.get(lesson)).done().contains(step));
        signs.setAll(step().expected().stream().map(each -> new Sign(words.promise(each), false)).toList());
        page.set(words.page(lessons.get(lesson), step));
        mayRun();
    }

    /// Goes to the step before.
    public void back() {
        if (lesson >= 0 && step > 0) {
            go(step - 1);
            room(LessonRoom.LESSONS);
        }
    }

    /// Goes to the next step, or after the last to the next lesson; done or not.
    public void next() {
        if (lesson < 0) {
            return;
        }
        if (done.get() || readOnly()) {
            finish();
        }
        if (step + 1 < lessons.get(lesson).steps().size()) {
            go(step + 1);
        } else if (lesson + 1 < lessons.size()) {
            setup.putBack();
            places.keep(ids.get(lesson), places.of(ids.get(lesson)).at(0));
            audit = Optional.empty();
            show(lesson + 1);
        } else {
            close();
        }
        room(LessonRoom.LESSONS);
    }

    private boolean readOnly() {
        return step().setup().isEmpty() && step().predict().isEmpty() && step().decide().isEmpty();
    }

    /// Leaves the run of a step; the lab is as it was before the lesson.
    void close() {
        run = null;
        guiding.set(false);
        setup.putBack();
    }

    /// Chooses a prediction. It may be changed until the run has shown what happens.
    void predict(int answer) {
        if (!happened.get()) {
            predicted.set(answer);
            mayRun();
        }
    }

    /// Chooses what was found out.
    void decide(int answer) {
        decided.set(answer);
        boolean right = right(step().decide().orElseThrow(), answer);
        decidedText.set(Texts.get(right ? "lessons.decided.right" : "lessons.decided.wrong"));
        consider();
    }

    private boolean right(Question question, int answer) {
        Optional<Defect> wrong = lab.runs().suspect().map(Suspect::defect);
        return answer != NONE && question.choices().get(answer).right(wrong);
    }

    private void mayRun() {
        if (lesson < 0) {
            return;
        }
        LabState state = lab.stateProperty().get();
        refusal.set(step().setup().isEmpty() ? ""
                : step().predict().isPresent() && predicted.get() == NONE ? Texts.get("lessons.refused.predict")
                : state.idle() ? "" : Texts.get("lessons.refused.busy"));
    }

    /// Sets the lab up for the step and goes there.
    public void begin() {
        if (lesson < 0 || step().setup().isEmpty() || !refusal.get().isEmpty()) {
            return;
        }
        StepSetup wanted = step().setup().get();
        try {
            setup.apply(wanted, seeds.getAsLong());
        } catch (LabException e) {
            lab.tell(e);
            return;
        }
        happened.set(false);
        predictedText.set("");
        decided.set(NONE);
        decidedText.set("");
        evidence.set(null);
        signs.setAll(signs.stream().map(sign -> new Sign(sign.text(), false)).toList());
        run = new LessonRunViewModel(lab, step(), audit, this::found);
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

    private void look() {
        if (run != null) {
            run.look();
            compare();
        }
    }

    /// Evidence of a run that may be another step's by now.
    private void found(Evidence gathered) {
        if (run != null) {
            evidence.set(words.evidence(gathered, lab.run().orElseThrow().setup().tokens(),
                    lab.model().config().layers()));
            compare();
        }
    }

    private void betEnded() {
        if (run != null && guiding.get() && step().setup().orElseThrow() instanceof StepSetup.Bet) {
            bet.result().ifPresent(result -> {
                run.bet(result);
                compare();
            });
        }
    }

    private void compare() {
        if (happened.get()) {
            return;
        }
        List<Boolean> now = run.happened();
        for (int i = 0; i < now.size(); i++) {
            if (signs.get(i).happened() != now.get(i)) {
                signs.set(i, new Sign(signs.get(i).text(), now.get(i)));
            }
        }
        if (!now.isEmpty() && Collections.frequency(now, true) == now.size()) {
            happened.set(true);
            step().predict().ifPresent(question -> predictedText.set(Texts.get(right(question, predicted.get())
                    ? "lessons.predicted.right" : "lessons.predicted.wrong")));
            consider();
        }
    }

    /// Whether the step is done now.
    private void consider() {
        boolean seen = step().setup().isEmpty() || happened.get();
        if (seen && step().decide().map(question -> right(question, decided.get())).orElse(true)) {
            finish();
        }
    }

    private void finish() {
        done.set(true);
        places.keep(ids.get(lesson), places.of(ids.get(lesson)).with(step));
        refreshItems();
    }

    /// The lessons to choose from.
    ObservableList<LessonItem> items() {
        return items;
    }

    /// Why files of lessons cannot be used, a sentence each.
    ObservableList<String> refused() {
        return refused;
    }

    /// The lesson that is open; `null` before there is one.
    ReadOnlyObjectProperty<LessonItem> openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The step that is open; `null` before there is one.
    ReadOnlyObjectProperty<LessonPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// What the step promises.
    ObservableList<Sign> signs() {
        return signs;
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

    /// Whether all that the step promises has happened since the lab was set up for it.
    ReadOnlyBooleanProperty happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    /// Whether the step is done, now or another day.
    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Whether the lab is set up for the step.
    public ReadOnlyBooleanProperty guidingProperty() {
        return guiding.getReadOnlyProperty();
    }

    /// Why the lab cannot be set up for the step now; empty if it can.
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What was found in the audit log; `null` if nothing was looked for.
    ReadOnlyObjectProperty<EvidenceTable> evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }

    /// Where the lesson goes on; set anew each time it wants to go there.
    public ReadOnlyObjectProperty<LessonRoom> roomProperty() {
        return room.getReadOnlyProperty();
    }
}
