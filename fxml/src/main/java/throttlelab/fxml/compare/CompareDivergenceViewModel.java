package throttlelab.fxml.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.comparison.divergence.AuditedRecording;
import throttlelab.engine.comparison.divergence.DivergenceLocator;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.divergence.Outcome;
import throttlelab.engine.comparison.divergence.RunAgain;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.Recording;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// Where two recordings part for the first time: at once what the streams tell; down to who, if that is wished for, from
/// the audit logs beside the files, or by running a stretch again. That is done on a thread of its own, and gives way
/// to a live run or a bet, whose times it would spoil.
public final class CompareDivergenceViewModel {

    private final LabViewModel lab;
    private final ComparePositionsViewModel positions;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<PathCard>> path = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> remarks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper findable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper found = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    private ComparedPairViewModel pair;
    private Optional<DivergencePath> known = Optional.empty();
    private Path fileA;
    private Path fileB;
    private int first = -1;
    private Search search;

    CompareDivergenceViewModel(LabViewModel lab, ComparePositionsViewModel positions) {
        this.lab = lab;
        this.positions = positions;
        lab.stateProperty().addListener((property, before, now) -> {
            if (now != LabState.READY) {
                stop();
            }
            mayFind();
        });
        lab.closeWith(this::close);
    }

    /// Shows what the streams tell of two recordings; `null` for none.
    void show(ComparedPairViewModel other, CompareSlotViewModel.Content a, CompareSlotViewModel.Content b) {
        stop();
        search = null;
        searching.set(false);
        progress.set("");
        pair = other;
        fileA = other == null ? null : a.file();
        fileB = other == null ? null : b.file();
        found.set(false);
        show(other == null ? Optional.empty() : other.path(), false);
    }

    private void show(Optional<DivergencePath> shown, boolean ended) {
        known = shown.filter(each -> ended);
        first = shown.map(each -> pair.index(each)).orElse(-1);
        sentence.set(pair == null ? "" : shown.isEmpty()
                ? Texts.get(pair.onlyMissing() ? "compare.first.missing" : "compare.first.none")
                : shown.get().visible().map(visible -> Texts.get("compare.first", visible.promptId(),
                        visible.diff().position() + 1)).orElse(Texts.get("compare.first.logs")));
        path.set(shown.map(CompareDivergenceViewModel::cards).orElse(List.of()));
        // That nothing was run again need not be said before anybody wanted it.
        remarks.set(shown.filter(each -> ended).map(each -> each.sayings().stream()
                .map(saying -> saying.in(Texts.locale())).toList()).orElse(List.of()));
        mayFind();
    }

    private static List<PathCard> cards(DivergencePath shown) {
        return shown.steps().stream().map(step -> new PathCard(Texts.get("compare.level." + step.level().name()),
                step.which().in(Texts.locale()), step.saying().in(Texts.locale()),
                Texts.get("compare.source." + step.source().name()))).toList();
    }

    private void mayFind() {
        findable.set(pair != null && pair.path().isPresent() && !found.get() && !searching.get()
                && lab.stateProperty().get() == LabState.READY);
    }

    /// Finds out who made the difference.
    public void find() {
        if (findable.get()) {
            search = new Search(lab.model(), pair.pair().expected(), fileA, pair.pair().actual(), fileB);
            searching.set(true);
            progress.set(Texts.get("compare.find.begun"));
            mayFind();
            search.thread.start();
        }
    }

    /// Ends the search.
    public void stop() {
        if (search != null) {
            search.stopped = true;
        }
    }

    private void ended(Search ended, Optional<DivergencePath> shown, LabException problem) {
        if (ended != search) {
            return;
        }
        search = null;
        searching.set(false);
        progress.set("");
        if (problem != null) {
            lab.tell(problem);
        } else {
            boolean stopped = shown.filter(each -> each.outcome() == Outcome.STOPPED).isPresent();
            show(shown.or(() -> pair.path()), !stopped);
            found.set(!stopped);
        }
        mayFind();
    }

    private void close() throws InterruptedException {
        stop();
        if (search != null) {
            search.thread.interrupt();
            search.thread.join(TimeUnit.SECONDS.toMillis(1));
        }
    }

    /// Goes to where it is to be seen.
    public void goToFirst() {
        if (first >= 0) {
            positions.selectedProperty().set(first);
        }
    }

    private final class Search {

        private final Model model;
        private final Recording a;
        private final Path pathA;
        private final Recording b;
        private final Path pathB;
        private final AtomicInteger tokens = new AtomicInteger();
        private final AtomicBoolean told = new AtomicBoolean();
        private final Thread thread = Thread.ofPlatform().name("divergence").daemon(true).unstarted(this::run);
        private volatile boolean stopped;

        Search(Model model, Recording a, Path pathA, Recording b, Path pathB) {
            this.model = model;
            this.a = a;
            this.pathA = pathA;
            this.b = b;
            this.pathB = pathB;
        }

        private void run() {
            try {
                Optional<DivergencePath> shown = DivergenceLocator.locate(
                        new AuditedRecording(a, AuditedRun.beside(pathA, a)),
                        new AuditedRecording(b, AuditedRun.beside(pathB, b)),
                        RunAgain.on(model, done -> tell(), () -> stopped));
                Platform.runLater(() -> ended(this, shown, null));
            } catch (LabException e) {
                Platform.runLater(() -> ended(this, Optional.empty(), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                Platform.runLater(() -> ended(this, Optional.empty(), null));
                throw e;
            }
        }

        /// However many tokens come, the window is told once a look.
        private void tell() {
            tokens.incrementAndGet();
            if (!told.getAndSet(true)) {
                Platform.runLater(() -> {
                    told.set(false);
                    if (this == search) {
                        progress.set(Texts.get("compare.find.tokens", ComparedPairViewModel.count(tokens.get())));
                    }
                });
            }
        }
    }

    /// The way, if a search found all that can be known; nothing before.
    Optional<DivergencePath> known() {
        return known;
    }

    /// Where they part, in a sentence; empty if nothing is compared.
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// The way, as far as it is known.
    public ReadOnlyObjectProperty<List<PathCard>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /// What else is to be known.
    public ReadOnlyObjectProperty<List<String>> remarksProperty() {
        return remarks.getReadOnlyProperty();
    }

    /// Whether the search goes on.
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /// Whether one can search now.
    public ReadOnlyBooleanProperty findableProperty() {
        return findable.getReadOnlyProperty();
    }

    /// Whether a search has come to its end: the path is all that can be known.
    public ReadOnlyBooleanProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// How far the search is; empty while there is none.
    public ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
