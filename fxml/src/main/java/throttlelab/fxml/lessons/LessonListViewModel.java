package throttlelab.fxml.lessons;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.InputException;
import throttlelab.engine.lesson.Lessons;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// The lessons to choose from, and how far a person is in each.
final class LessonListViewModel {

    private static final String FOLDER = "lessons";

    private final LabViewModel lab;
    private final LessonPlaces places;
    private final ObservableList<LessonItem> items = FXCollections.observableArrayList();
    private final ObservableList<String> refused = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LessonItem> open = new ReadOnlyObjectWrapper<>();
    private final List<ListedLessonViewModel> lessons = new ArrayList<>();
    private Consumer<ListedLessonViewModel> chosen = lesson -> { };

    /// @param kept texts that outlive the window
    LessonListViewModel(LabViewModel lab, Map<String, String> kept) {
        this.lab = lab;
        this.places = new LessonPlaces(kept);
    }

    /// Says who gives a lesson once it is chosen.
    void onChosen(Consumer<ListedLessonViewModel> giver) {
        chosen = giver;
    }

    /// Reads all lessons again, in the background, and chooses the one that was open last.
    void read() {
        Optional<Path> shipped = Optional.ofNullable(lab.samplesProperty().get()).map(samples -> samples.resolve(FOLDER));
        Optional<Path> own = places.folder().flatMap(LessonListViewModel::path);
        String language = Texts.language().id();
        lab.inBackground(() -> {
            Lessons fromLab = in(shipped, language);
            Lessons fromPerson = in(own, language);
            return () -> take(fromLab, fromPerson);
        }, () -> { });
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Lessons in(Optional<Path> folder, String language) {
        try {
            return folder.map(each -> Lessons.in(each, language)).orElseGet(() -> new Lessons(List.of(), List.of()));
        } catch (InputException e) {
            return new Lessons(List.of(), List.of(e));
        }
    }

    private void take(Lessons fromLab, Lessons fromPerson) {
        lessons.clear();
        fromLab.lessons().forEach(each -> lessons.add(ListedLessonViewModel.shipped(each)));
        fromPerson.lessons().forEach(each -> lessons.add(ListedLessonViewModel.own(each)));
        refused.clear();
        fromLab.refused().forEach(each -> refused.add(each.sentence().in(Texts.locale())));
        fromPerson.refused().forEach(each -> refused.add(each.sentence().in(Texts.locale())));
        refresh();
        String last = places.current().orElse("");
        lessons.stream().filter(lesson -> lesson.id().equals(last)).findFirst()
                .or(() -> lessons.stream().findFirst()).ifPresent(this::choose);
    }

    private void refresh() {
        items.setAll(lessons.stream().map(this::item).toList());
        showOpen();
    }

    private LessonItem item(ListedLessonViewModel lesson) {
        int steps = lesson.steps();
        int finished = (int) place(lesson).done().stream().filter(number -> number < steps).count();
        return new LessonItem(lesson.id(), lesson.lesson().title(), finished, steps, lesson.own());
    }

    private void showOpen() {
        String id = places.current().orElse("");
        open.set(items.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null));
    }

    /// Takes a folder of the person's own.
    void openFolder(Path folder) {
        places.folder(folder.toString());
        read();
    }

    /// Chooses a lesson from the list, unless it is the open one.
    void choose(LessonItem item) {
        if (!item.id().equals(places.current().orElse(""))) {
            lessons.stream().filter(lesson -> lesson.id().equals(item.id())).findFirst().ifPresent(this::choose);
        }
    }

    /// Chooses a lesson.
    void choose(ListedLessonViewModel lesson) {
        places.current(lesson.id());
        showOpen();
        chosen.accept(lesson);
    }

    /// The lesson after another one.
    Optional<ListedLessonViewModel> after(ListedLessonViewModel lesson) {
        return lessons.stream().dropWhile(each -> !each.id().equals(lesson.id())).skip(1).findFirst();
    }

    /// How far the person is in a lesson.
    LessonPlaces.Place place(ListedLessonViewModel lesson) {
        return places.of(lesson.id());
    }

    /// Notes the step that the person is at.
    void at(ListedLessonViewModel lesson, int step) {
        places.keep(lesson.id(), place(lesson).at(step));
    }

    /// Notes that a step is done.
    void done(ListedLessonViewModel lesson, int step) {
        places.keep(lesson.id(), place(lesson).with(step));
        refresh();
    }

    /// The lessons.
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
}
