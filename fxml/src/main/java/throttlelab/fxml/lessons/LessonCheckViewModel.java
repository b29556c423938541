package throttlelab.fxml.lessons;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.lesson.Evidence;
import throttlelab.engine.lesson.LessonStep;
import throttlelab.engine.lesson.StepSetup;
import throttlelab.fxml.bet.BetViewModel;
import throttlelab.fxml.lab.LabViewModel;

/// Whether what a step promises has happened since the lab was set up for it.
final class LessonCheckViewModel {

    private final LabViewModel lab;
    private final LessonWordsViewModel words;
    private final ObservableList<Sign> signs = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper happened = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<EvidenceTable> evidence = new ReadOnlyObjectWrapper<>();
    private LessonStep step;
    private LessonRunViewModel run;
    private Optional<Sha256> audit = Optional.empty();

    LessonCheckViewModel(LabViewModel lab, BetViewModel bet, LessonWordsViewModel words) {
        this.lab = lab;
        this.words = words;
        lab.pulse().addOther(this::look);
        bet.verdictProperty().subscribe(() -> betEnded(bet));
    }

    /// Turns to another step of the same lesson; nothing of it has happened.
    void turnTo(LessonStep next) {
        if (run != null) {
            audit = run.audit().or(() -> audit);
        }
        run = null;
        step = next;
        signs.setAll(step.expected().stream().map(each -> new Sign(words.promise(each), false)).toList());
        nothingYet();
    }

    /// Looks from now on at what is run; what happened before does not count.
    void begin() {
        signs.setAll(signs.stream().map(sign -> new Sign(sign.text(), false)).toList());
        nothingYet();
        run = new LessonRunViewModel(lab, step, audit, this::found);
    }

    private void nothingYet() {
        happened.set(false);
        evidence.set(null);
    }

    /// Looks no longer.
    void end() {
        run = null;
    }

    /// Another lesson knows nothing of the runs of this one.
    void forget() {
        end();
        audit = Optional.empty();
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

    private void betEnded(BetViewModel bet) {
        if (run != null && step.setup().orElseThrow() instanceof StepSetup.Bet) {
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
        happened.set(!now.isEmpty() && Collections.frequency(now, true) == now.size());
    }

    /// What the step promises.
    ObservableList<Sign> signs() {
        return signs;
    }

    /// Whether all of it has happened.
    ReadOnlyBooleanProperty happenedProperty() {
        return happened.getReadOnlyProperty();
    }

    /// What was found in the audit log; `null` if nothing was looked for.
    ReadOnlyObjectProperty<EvidenceTable> evidenceProperty() {
        return evidence.getReadOnlyProperty();
    }
}
