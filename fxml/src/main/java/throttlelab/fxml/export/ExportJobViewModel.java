package throttlelab.fxml.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import throttlelab.engine.RunException;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.report.ReportContext;
import throttlelab.engine.report.ReportFormat;
import throttlelab.engine.report.Reports;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.schedule.matrix.MatrixPages;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Texts;

/// One report on its way to its file. Made on the FX thread, run in the background.
final class ExportJobViewModel {

    private static final double STEP = 0.01;
    private static final double KILO = 1000;

    private final Model model;
    private final Path samples;
    private final ExportSource source;
    private final Optional<FoundPath> found;
    private final ReportFormat format;
    private final Path file;
    private final Optional<MatrixResult> matrix;
    private final DoubleConsumer progress;
    private double shown = -1;
    private String words = "";
    private volatile boolean stopped;

    /// @param matrix is written beside it
    /// @param progress is told on the FX thread how much is done, from 0 to 1
    ExportJobViewModel(LabViewModel lab, ExportSource source, ReportFormat format, Path file,
            Optional<MatrixResult> matrix, DoubleConsumer progress) {
        this.model = lab.model();
        this.samples = lab.samplesProperty().get();
        this.source = source;
        this.found = source.found().get().flatMap(each -> FoundPath.of(each.pair(), each.path()));
        this.format = format;
        this.file = file;
        this.matrix = matrix;
        this.progress = progress;
    }

    /// Has it end soon.
    void stop() {
        stopped = true;
    }

    /// Makes the report and writes it.
    ///
    /// @return whether it was written; otherwise it was stopped
    /// @throws throttlelab.engine.LabException if it cannot be made or written
    boolean run() {
        SafeFiles.requireWritable(file.toAbsolutePath().getParent());
        Path room = room();
        try {
            List<Path> files = source.files().in(room);
            if (stopped) {
                return false;
            }
            Report report = Reports.of(files, context(), found);
            boolean written = Reports.write(report, format, file, this::beat, () -> stopped);
            if (written) {
                matrix.ifPresent(table -> MatrixPages.beside(file, table));
                words = Texts.get(matrix.isPresent() ? "export.done.matrix" : "export.done", file,
                        Texts.number("%,.0f", Math.ceil(Files.size(file) / KILO)));
            }
            return written;
        } catch (IOException e) {
            throw new RunException(Texts.get("export.unseen", file), e);
        } finally {
            clear(room);
        }
    }

    private static Path room() {
        try {
            return Files.createTempDirectory("throttlelab-export");
        } catch (IOException e) {
            throw new RunException(Texts.get("export.noRoom", e.getMessage()), e);
        }
    }

    /// The window's model and prompts are those that come with the program, as far as it has been said where that is.
    private ReportContext context() {
        List<Prompt> prompts = samples == null ? List.of()
                : Prompts.read(samples.resolve("prompts").resolve("bet45.jsonl"));
        return new ReportContext(Optional.ofNullable(model), samples != null, prompts);
    }

    private void beat(long steps, long total) {
        double share = Math.clamp(steps / (double) Math.max(1, total), 0, 1);
        if (share - shown >= STEP) {
            shown = share;
            Platform.runLater(() -> progress.accept(share));
        }
    }

    private static void clear(Path room) {
        try (Stream<Path> files = Files.list(room)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
            Files.delete(room);
        } catch (IOException e) {
            // The system clears its folder of temporary files itself.
            return;
        }
    }

    /// What was written, in words.
    String written() {
        return words;
    }
}
