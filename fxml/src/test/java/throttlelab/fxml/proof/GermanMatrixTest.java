package throttlelab.fxml.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.schedule.matrix.Cell;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.engine.schedule.matrix.JvmMode;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.InGerman;
import throttlelab.fxml.testing.TestLab;

/// The invariance matrix in the German window, run and read from a file; the file itself stays English.
@Timeout(240)
@ExtendWith(InGerman.class)
class GermanMatrixTest {

    private TestLab test;
    private MatrixViewModel matrix;

    @BeforeEach
    void open() {
        test = new TestLab();
        LabViewModel lab = test.lab();
        matrix = onFx(() -> {
            lab.samplesProperty().set(Path.of(System.getProperty("throttlelab.samples")));
            lab.childrenProperty().set(NoChildren::new);
            return new MatrixViewModel(lab, 2, 3);
        });
        await(() -> !matrix.lines().isEmpty());
    }

    @AfterEach
    void close() {
        test.close();
    }

    /// No process can be started here.
    private static final class NoChildren implements Children {

        @Override
        public Recording record(JvmMode mode, Cell cell) {
            throw CannotRun.noJava(Path.of("jdk"));
        }

        @Override
        public void stop() {
        }
    }

    private MatrixLine line(String id) {
        return onFx(() -> matrix.lines().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow());
    }

    @Test
    void everyRowSaysInGermanWhatIsVaried() {
        assertThat(onFx(() -> List.copyOf(matrix.lines()))).hasSizeGreaterThan(25).allSatisfy(line -> {
            assertThat(line.varied()).as(line.id()).doesNotContainPattern(
                    "Throttle|Order|Batch|Workers|Partition|Arithmetic|alone|Garbage|Another|Two|Recorded|processors");
            assertThat(line.cell()).as(line.id()).doesNotContainPattern("tokens|batch|prompts|each|as far");
        });
        assertThat(line("arrival-order").varied()).isEqualTo("Folge der Ankunft: Fächer, umgekehrt, 3 × bei jeder Stufe gemischt");
        assertThat(line("throttle").cell()).isEqualTo("2 Prompts × 3 Token, Stapel 2, jedes Mal");
        assertThat(line("partition-sliced").varied()).isEqualTo("Aufteilung: sliced");
    }

    @Test
    void whatRanIsReadFromItsFileInGerman(@TempDir Path folder) throws Exception {
        run(() -> matrix.run(Set.of("workers-2", "gc-serial")));
        await(() -> matrix.resultProperty().get() != null);
        assertThat(line("gc-serial").note()).startsWith("die Laufzeit in jdk hat keinen Befehl java");
        Path file = folder.resolve("m.json");
        run(() -> matrix.save(file));
        await(() -> !matrix.savedProperty().get().isEmpty());
        assertThat(Files.readString(file)).contains("Workers: 2").contains("has no java command").doesNotContain("Laufzeit");

        run(() -> matrix.load(file));
        await(() -> matrix.savedProperty().get().startsWith("Gelesen"));
        assertThat(line("workers-2").varied()).isEqualTo("Worker: 2");
        assertThat(line("gc-serial").note()).startsWith("die Laufzeit in jdk hat keinen Befehl java");
        assertThat(matrix.sentenceProperty().get().facts().getFirst())
                .isEqualTo("6 Vergleiche in 2 Zeilen, 0 Abweichungen; 1 Zeilen konnten hier nicht laufen.");
        assertThat(matrix.sentenceProperty().get().facts().getLast()).contains(" Prozessoren, ");
    }
}
