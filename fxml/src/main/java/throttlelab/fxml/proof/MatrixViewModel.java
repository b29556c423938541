package throttlelab.fxml.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.TerminalCommand;
import throttlelab.engine.bet.Baselines;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.engine.schedule.matrix.Matrix;
import throttlelab.engine.schedule.matrix.MatrixFile;
import throttlelab.engine.schedule.matrix.MatrixPages;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.engine.schedule.matrix.MatrixRow;
import throttlelab.engine.schedule.matrix.PlannedRow;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// The invariance matrix: run from the window, all rows or chosen ones, saved and loaded.
public final class MatrixViewModel {

    private static final int PROMPTS = 100;
    private static final int TOKENS = 8;

    private final LabViewModel lab;
    private final int promptCount;
    private final int tokens;
    private final ProofTaskViewModel task;
    private final ObservableList<MatrixLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ProofSentence> sentence = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MatrixResult> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private List<PlannedRow> plan = List.of();
    private volatile Matrix going;
    private volatile String current = "";

    MatrixViewModel(LabViewModel lab) {
        this(lab, PROMPTS, TOKENS);
    }

    /// A matrix of another size, for tests.
    MatrixViewModel(LabViewModel lab, int prompts, int tokens) {
        this.lab = lab;
        this.promptCount = prompts;
        this.tokens = tokens;
        this.task = new ProofTaskViewModel(lab, "matrix");
        lab.stateProperty().addListener((property, before, now) -> planned());
        lab.pulse().add(this::look);
        planned();
    }

    private void planned() {
        if (!plan.isEmpty() || lab.stateProperty().get() != LabState.READY || lab.samplesProperty().get() == null) {
            return;
        }
        lab.inBackground(() -> {
            List<PlannedRow> rows = Matrix.plan(promptCount, tokens, baselines());
            return () -> {
                plan = rows;
                if (lines.isEmpty()) {
                    lines.setAll(rows.stream().map(this::pending).toList());
                }
            };
        }, () -> { });
    }

    private List<Recording> baselines() {
        return Baselines.in(lab.samplesProperty().get().resolve("baselines"));
    }

    private MatrixLine pending(PlannedRow row) {
        return new MatrixLine(row.id(), said(row.varied()), said(row.cell()), MatrixState.PENDING, "", "", TerminalCommand.of(
                "explore --matrix --rows " + row.id() + " --prompts " + promptCount + " --tokens " + tokens), "");
    }

    /// Runs rows.
    ///
    /// @param chosen their names; empty for all
    public void run(Set<String> chosen) {
        Model model = lab.model();
        Supplier<Children> children = lab.childrenProperty().get();
        List<Prompt> prompts = lab.setup().prompts().stream().filter(item -> !item.typed()).limit(promptCount)
                .map(item -> new Prompt(item.id(), item.text())).toList();
        if (plan.isEmpty() || task.phaseProperty().get() != ProofPhase.IDLE) {
            return;
        }
        saved.set("");
        task.run(gauge -> {
            Matrix matrix = new Matrix(model, prompts, tokens, baselines(), children.get(), chosen, row -> current = row);
            gauge.count(matrix.rows(), () -> matrix.ended().size());
            gauge.onStop(matrix::stop);
            going = matrix;
            return matrix.run();
        }, this::show);
        if (task.phaseProperty().get() == ProofPhase.RUNNING) {
            show(plan.stream().map(this::pending).toList());
            sentence.set(null);
            result.set(null);
        }
    }

    /// Rows that have ended appear one by one.
    private void look() {
        Matrix matrix = going;
        if (matrix == null || task.phaseProperty().get() == ProofPhase.IDLE) {
            return;
        }
        List<MatrixRow> ended = matrix.ended();
        for (int i = 0; i < lines.size(); i++) {
            MatrixLine line = lines.get(i);
            MatrixLine now = ended.stream().filter(row -> row.id().equals(line.id())).findFirst().map(MatrixViewModel::line)
                    .orElseGet(() -> line.id().equals(current) ? running(line) : line);
            if (!now.equals(line)) {
                lines.set(i, now);
            }
        }
    }

    private static MatrixLine running(MatrixLine line) {
        return new MatrixLine(line.id(), line.varied(), line.cell(), MatrixState.RUNNING, "", "", line.command(), "");
    }

    private void show(MatrixResult came) {
        going = null;
        List<MatrixLine> shown = new ArrayList<>();
        plan.forEach(row -> shown.add(came.rows().stream().filter(each -> each.id().equals(row.id())).findFirst()
                .map(MatrixViewModel::line).orElseGet(() -> pending(row))));
        came.rows().stream().filter(row -> plan.stream().noneMatch(each -> each.id().equals(row.id())))
                .map(MatrixViewModel::line).forEach(shown::add);
        show(shown);
        result.set(came);
        sentence.set(sentence(came));
    }

    /// Line by line where the rows are the same, so that the table stays where it was scrolled to.
    private void show(List<MatrixLine> now) {
        if (!now.stream().map(MatrixLine::id).toList().equals(lines.stream().map(MatrixLine::id).toList())) {
            lines.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(lines.get(i))) {
                lines.set(i, now.get(i));
            }
        }
    }

    private static ProofSentence sentence(MatrixResult came) {
        ProofOutcome outcome = came.divergences() > 0 ? ProofOutcome.FAILS
                : came.complete() && came.comparisons() > 0 ? ProofOutcome.HOLDS : ProofOutcome.INCOMPLETE;
        return new ProofSentence(outcome, Texts.get("proof.matrix.sentence." + outcome.id()),
                List.of(MatrixPages.saying(came).in(Texts.locale()), Texts.get("proof.matrix.fact.machine", said(came.machine()),
                        came.created().toString())));
    }

    /// A matrix is a file for others and English; here it is read in the window's language.
    private static String said(String text) {
        return MatrixRow.saying(text).in(Texts.locale());
    }

    private static MatrixLine line(MatrixRow row) {
        MatrixState state = row.notRun().isPresent() ? MatrixState.IMPOSSIBLE
                : row.divergences() > 0 ? MatrixState.DIVERGES : MatrixState.HOLDS;
        boolean ran = state != MatrixState.IMPOSSIBLE;
        return new MatrixLine(row.id(), said(row.varied()), said(row.cell()), state,
                ran ? OrdersViewModel.count(row.comparisons()) : "", ran ? OrdersViewModel.count(row.divergences()) : "",
                TerminalCommand.of(row.command()), row.notRun().or(row::note).map(MatrixViewModel::said).orElse(""));
    }

    /// Reads a matrix that was saved, in the background.
    public void load(Path file) {
        lab.inBackground(() -> {
            MatrixResult read = MatrixFile.read(file);
            return () -> {
                if (task.phaseProperty().get() == ProofPhase.IDLE) {
                    show(read);
                    saved.set(Texts.get("proof.matrix.loaded", file));
                }
            };
        }, () -> { });
    }

    /// Writes it for programs, in the background.
    public void save(Path file) {
        write(file, MatrixFile::write);
    }

    /// Writes it for a reader, with a table for a spreadsheet beside it, in the background.
    public void export(Path file) {
        write(file, (page, matrix) -> {
            MatrixPages.html(page, matrix);
            String name = page.getFileName().toString();
            MatrixPages.csv(page.resolveSibling(name.replaceFirst("\\.html?$", "") + ".csv"), matrix);
        });
    }

    private interface Writer {
        void write(Path file, MatrixResult matrix);
    }

    private void write(Path file, Writer writer) {
        MatrixResult present = result.get();
        if (present != null) {
            lab.inBackground(() -> {
                writer.write(file, present);
                return () -> saved.set(Texts.get("proof.matrix.saved", file));
            }, () -> { });
        }
    }

    /// Its run.
    public ProofTaskViewModel task() {
        return task;
    }

    /// Its rows.
    public ObservableList<MatrixLine> lines() {
        return lines;
    }

    /// What it came to; `null` if it was not run or loaded.
    public ReadOnlyObjectProperty<ProofSentence> sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }

    /// The matrix itself; `null` if it was not run or loaded.
    public ReadOnlyObjectProperty<MatrixResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Where it was written or read; empty if it was not.
    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// What a chooser proposes.
    public String proposedName() {
        return MatrixFile.NAME;
    }
}
