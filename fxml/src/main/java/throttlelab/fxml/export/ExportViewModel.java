package throttlelab.fxml.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import throttlelab.engine.report.ReportFormat;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// Writes reports, one at a time, on the thread of the lab. What is ended or fails leaves nothing behind.
public final class ExportViewModel {

    private final LabViewModel lab;
    private final ObservableValue<MatrixResult> matrix;
    private final ReadOnlyBooleanWrapper matrixThere = new ReadOnlyBooleanWrapper();
    private final BooleanProperty withMatrix = new SimpleBooleanProperty(true);
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(ExportFormat.HTML);
    private final ReadOnlyObjectWrapper<ExportPhase> phase = new ReadOnlyObjectWrapper<>(ExportPhase.CHOOSING);
    private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper writable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ExportSource> source = new ReadOnlyObjectWrapper<>();
    private ExportJobViewModel job;

    /// The exports of a lab.
    ///
    /// @param matrix the invariance matrix, once there is one
    public ExportViewModel(LabViewModel lab, ObservableValue<MatrixResult> matrix) {
        this.lab = lab;
        this.matrix = matrix;
        matrixThere.bind(Bindings.createBooleanBinding(() -> matrix.getValue() != null, matrix));
        what.bind(Bindings.createStringBinding(this::words, source, lab.stateProperty()));
        // A bet among other work would measure that work.
        writable.bind(Bindings.createBooleanBinding(() -> source.get() != null && !phase.get().active()
                && lab.stateProperty().get() != LabState.BETTING, source, phase, lab.stateProperty()));
        lab.closeWith(this::cancel);
    }

    private String words() {
        if (source.get() == null) {
            return Texts.get("export.nothing");
        }
        return lab.stateProperty().get() == LabState.BETTING ? Texts.get("export.betting") : source.get().text();
    }

    /// Begins anew with something else to report on, unless a report is being written.
    ///
    /// @param offered `null` if there is nothing yet
    public void begin(ExportSource offered) {
        if (!phase.get().active()) {
            source.set(offered);
            phase.set(ExportPhase.CHOOSING);
            text.set("");
        }
    }

    /// A file name for the report in the chosen format.
    public String proposedName() {
        return source.get() == null ? "" : source.get().name() + "." + reportFormat().ending();
    }

    private ReportFormat reportFormat() {
        return ReportFormat.valueOf(format.get().name());
    }

    /// Writes the report, in the background.
    public void write(Path file) {
        if (!writable.get()) {
            return;
        }
        ExportJobViewModel mine = new ExportJobViewModel(lab, source.get(), reportFormat(), file,
                Optional.ofNullable(matrix.getValue()).filter(_ -> withMatrix.get()), done::set);
        job = mine;
        done.set(-1);
        phase.set(ExportPhase.WRITING);
        text.set(Texts.get("export.writing", file.getFileName()));
        lab.inBackground(() -> {
            boolean written = mine.run();
            return () -> end(written ? ExportPhase.DONE : ExportPhase.STOPPED,
                    written ? mine.written() : Texts.get("export.stopped"));
        }, () -> end(ExportPhase.FAILED, Texts.get("export.failed")));
    }

    private void end(ExportPhase how, String words) {
        phase.set(how);
        text.set(words);
    }

    /// Ends the writing soon.
    public void cancel() {
        if (phase.get() == ExportPhase.WRITING) {
            job.stop();
            phase.set(ExportPhase.STOPPING);
            text.set(Texts.get("export.stopping"));
        }
    }

    /// What the report is on, or why there can be none.
    public ReadOnlyStringProperty whatProperty() {
        return what.getReadOnlyProperty();
    }

    /// What it is written as.
    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /// Whether there is an invariance matrix that can be written beside the report.
    public ReadOnlyBooleanProperty matrixThereProperty() {
        return matrixThere.getReadOnlyProperty();
    }

    /// Whether it is, if there is one.
    public BooleanProperty withMatrixProperty() {
        return withMatrix;
    }

    /// How it stands.
    public ReadOnlyObjectProperty<ExportPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// How it stands, in words; empty before it began.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// How much is written, from 0 to 1; −1 while nobody can say.
    public ReadOnlyDoubleProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /// Whether a report can be written now.
    public ReadOnlyBooleanProperty writableProperty() {
        return writable.getReadOnlyProperty();
    }
}
