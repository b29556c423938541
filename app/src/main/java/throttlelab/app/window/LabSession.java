package throttlelab.app.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import throttlelab.engine.LabException;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.texts.Texts;

/// Keeps the session of a lab in its file while the lab is open, and gives a lab its session back: after an unclean end
/// in any case, with a sentence; after a clean one if the settings say so. On the FX thread.
final class LabSession {

    private final LabViewModel lab;
    private final SessionFiles files;
    private final Consumer<LabException> failed;
    private final LateFile<Session> file;
    private String setup = "";
    private boolean known;

    /// @param failed hears, on any thread, what went wrong with the files; it is not worth a dialog
    /// @param late how long after the last change the session is saved
    LabSession(LabViewModel lab, SessionFiles files, Consumer<LabException> failed, Duration late) {
        this.lab = lab;
        this.files = files;
        this.failed = failed;
        this.file = new LateFile<>("session", files::write, null, this::present, failed, late);
        lab.stateProperty().addListener(new ChangeListener<LabState>() {
            @Override
            public void changed(ObservableValue<? extends LabState> state, LabState before, LabState now) {
                if (now == LabState.READY) {
                    state.removeListener(this);
                    begin();
                }
            }
        });
    }

    /// The lab can be set up now.
    private void begin() {
        Optional<Session> lost = files.lost(failed);
        if (lost.isPresent()) {
            restore(lost.get());
            lab.noticeProperty().set(Texts.get("window.restored"));
        } else if (lab.memory().restoringProperty().get()) {
            try {
                files.last().ifPresent(this::restore);
            } catch (LabException e) {
                failed.accept(e);
            }
        }
        known = true;
        SetupViewModel next = lab.setup();
        InvalidationListener changed = property -> file.changed();
        Stream.of(next.promptProperty(), next.policyProperty(), next.partitionProperty(), next.tempoProperty(),
                next.tokensProperty(), next.twinProperty(), next.twinPolicyProperty(), next.touchesProperty(),
                lab.memory().typingProperty()).forEach((Observable each) -> each.addListener(changed));
        lab.workerNames().addListener(changed);
        file.changed();
    }

    private void restore(Session session) {
        if (session.workerNames().size() == lab.workerNames().size()) {
            lab.workerNames().setAll(session.workerNames());
        }
        lab.memory().unfinishedProperty().set(session.typing());
        try {
            if (!session.setup().isEmpty()) {
                lab.setupLine().take(session.setup());
            }
        } catch (LabException e) {
            failed.accept(e);
        }
    }

    private Session present() {
        try {
            setup = lab.setupLine().text();
        } catch (LabException e) {
            // A profile out of a file cannot be written down: what was there before it is better than nothing.
            failed.accept(e);
        }
        return new Session(setup, lab.memory().typingProperty().get(), List.copyOf(lab.workerNames()));
    }

    /// The lab ends well.
    void close() {
        file.abandon();
        try {
            files.end(known ? present() : null);
        } catch (LabException e) {
            failed.accept(e);
        }
    }
}
