package throttlelab.fxml.export;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.schedule.matrix.MatrixFile;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.engine.schedule.matrix.MatrixRow;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.TestLab;

/// A large result is written, or not: nothing in between.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportViewModelTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    private static final Path RESULT = SAMPLES.resolve("bet").resolve("45_throttle.batch-1.json");

    private TestLab test;
    private LabViewModel lab;
    private ExportViewModel export;
    private final ObjectProperty<MatrixResult> matrix = new SimpleObjectProperty<>();

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        run(() -> lab.samplesProperty().set(SAMPLES));
    }

    @AfterAll
    void close() {
        test.close();
    }

    @BeforeEach
    void fresh() {
        run(lab::problemTold);
        run(() -> matrix.set(null));
        export = onFx(() -> new ExportViewModel(lab, matrix));
        run(() -> {
            export.begin(ExportSource.of("a result", List.of(RESULT)));
            export.formatProperty().set(ExportFormat.CSV);
        });
    }

    private void ends(ExportPhase phase) {
        await(() -> !export.phaseProperty().get().active());
        assertThat(export.phaseProperty().get()).isEqualTo(phase);
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatIsWrittenIsWholeAndNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("all.csv");
        assertThat(onFx(export::proposedName)).isEqualTo("45_throttle.batch-1.csv");

        run(() -> export.write(file));
        assertThat(export.writableProperty().get()).as("one at a time").isFalse();
        ends(ExportPhase.DONE);

        assertThat(Files.readAllLines(file)).hasSizeGreaterThan(15_000);
        assertThat(export.textProperty().get()).startsWith("Written: " + file).endsWith(" kB)");
        assertThat(in(folder)).containsExactly(file);
        assertThat(onFx(() -> export.doneProperty().get())).isEqualTo(1);
    }

    @Test
    void theInvarianceMatrixIsWrittenBesideItOnceThereIsOne(@TempDir Path folder) throws IOException {
        assertThat(onFx(() -> export.matrixThereProperty().get())).isFalse();
        run(() -> matrix.set(new MatrixResult("a model", "00", "numbers-1", "a machine", Instant.EPOCH, 1, 2, true, List.of(
                new MatrixRow("batch-7", "Batch: 7", "1 x 2", 2, 0, "again", Optional.empty(), Optional.empty(), 1)))));
        assertThat(onFx(() -> export.matrixThereProperty().get())).isTrue();

        run(() -> export.write(folder.resolve("all.csv")));
        ends(ExportPhase.DONE);

        assertThat(in(folder)).map(file -> file.getFileName().toString()).containsExactlyInAnyOrder("all.csv",
                "all-matrix.json", "all-matrix.html", "all-matrix.csv");
        assertThat(export.textProperty().get()).endsWith("and beside it the invariance matrix, as JSON, HTML and CSV");
        assertThat(MatrixFile.read(folder.resolve("all-matrix.json")).comparisons()).isEqualTo(2);

        run(() -> export.withMatrixProperty().set(false));
        run(() -> export.write(folder.resolve("alone.csv")));
        ends(ExportPhase.DONE);
        assertThat(folder.resolve("alone-matrix.json")).doesNotExist();
    }

    @Test
    void whatIsCancelledInTheMiddleLeavesNothingAndAnOlderFileAsItWas(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("all.csv");
        Files.writeString(file, "older");
        AtomicReference<Double> reached = new AtomicReference<>();
        run(() -> export.doneProperty().addListener((property, before, now) -> {
            if (now.doubleValue() >= 0) {
                reached.compareAndSet(null, now.doubleValue());
                export.cancel();
            }
        }));

        run(() -> export.write(file));
        ends(ExportPhase.STOPPED);

        assertThat(reached.get()).isBetween(0.0, 0.99);
        assertThat(in(folder)).containsExactly(file);
        assertThat(file).hasContent("older");
        assertThat(export.textProperty().get()).isEqualTo("Cancelled: nothing was written.");
    }

    @Test
    void whatIsCancelledBeforeItIsReadIsNotEvenRead(@TempDir Path folder) throws IOException {
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<Path> room = new AtomicReference<>();
        run(() -> export.begin(new ExportSource("slow", "slow", given -> {
            room.set(given);
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return List.of(folder.resolve("is not there.json"));
        })));

        run(() -> export.write(folder.resolve("slow.csv")));
        run(export::cancel);
        assertThat(export.phaseProperty().get()).isEqualTo(ExportPhase.STOPPING);
        go.countDown();
        ends(ExportPhase.STOPPED);

        assertThat(in(folder)).isEmpty();
        assertThat(room.get()).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsSaidInASentence(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.json");
        run(() -> export.begin(ExportSource.of("two files", List.of(RESULT, missing))));
        assertThat(onFx(export::proposedName)).isEqualTo("45_throttle.batch-1-with-missing.csv");

        run(() -> export.write(folder.resolve("missing.csv")));
        ends(ExportPhase.FAILED);

        assertThat(lab.problemProperty().get()).hasMessageContaining(missing.toString());
        assertThat(in(folder)).isEmpty();
        assertThat(export.textProperty().get()).isEqualTo("Nothing was written.");
    }

    @Test
    void aBetIsNotDisturbed(@TempDir Path folder) throws IOException {
        run(lab::beginBet);

        assertThat(export.writableProperty().get()).isFalse();
        assertThat(export.whatProperty().get()).startsWith("A bet or a proof goes on");
        run(() -> export.write(folder.resolve("all.csv")));
        assertThat(export.phaseProperty().get()).isEqualTo(ExportPhase.CHOOSING);

        run(lab::endBet);
        assertThat(export.writableProperty().get()).isTrue();
        assertThat(in(folder)).isEmpty();
    }
}
