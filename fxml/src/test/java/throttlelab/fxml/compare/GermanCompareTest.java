package throttlelab.fxml.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.InGerman;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.texts.Texts;

/// What two files come to, and who made the difference, in the German window.
@Timeout(240)
@ExtendWith(InGerman.class)
class GermanCompareTest {

    @TempDir
    private Path folder;
    private TestLab test;
    private LabViewModel lab;
    private CompareViewModel compare;

    @BeforeEach
    void open() {
        test = new TestLab();
        lab = test.lab();
        compare = onFx(() -> {
            lab.samplesProperty().set(ChangedCopies.SAMPLES);
            return new CompareViewModel(lab);
        });
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void compare(Path a, Path b) {
        run(() -> {
            compare.a().open(a);
            compare.b().open(b);
        });
        await(() -> compare.verdictProperty().get() != null);
    }

    @Test
    void theWayToTheWorker() {
        Path a = ChangedCopies.audited(folder.resolve("one"), lab.model(), CombinePolicy.CONTENT_ADDRESSED);
        Path b = ChangedCopies.audited(folder.resolve("two"), lab.model(), CombinePolicy.MAJORITY);
        compare(a, b);
        run(() -> compare.divergence().find());
        await(() -> compare.divergence().foundProperty().get());

        List<PathCard> path = onFx(() -> compare.divergence().pathProperty().get());
        assertThat(path).extracting(PathCard::sentence).contains(
                "Der erste Prompt, in der Folge des Laufs, dessen Ströme sich trennen.")
                .anyMatch(text -> text.matches("Die Eingabe ist dieselbe, aber ein Tor ging auf, bevor alle Beiträge da waren: "
                        + "A fügte die Fächer 0, 1, 2, 3, 4, 5, 6, 7 zusammen, B fügte die Fächer [0-7, ]+ zusammen\\."))
                .anyMatch(text -> text.matches("Er lieferte Fach \\d in A rechtzeitig, in B zu spät oder nie\\..*"))
                .noneMatch(text -> text.matches(".*\\b(the|is|in time|combined|slots?)\\b.*"));
        assertThat(path).extracting(PathCard::value).contains("Attention");
    }

    @Test
    void whyNothingIsShown() {
        compare(ChangedCopies.BASELINE, ChangedCopies.BASELINE);

        assertThat(compare.verdictProperty().get().reasons())
                .containsExactly("Beide sind nach ihrem Digest dieselbe Datei, die nicht von sich selbst abweichen kann: "
                        + "gezeigt ist damit nichts.");
    }

    @Test
    void answersOfOtherSystems() {
        run(() -> {
            compare.a().open(ChangedCopies.SAMPLES.resolve("foreign").resolve("vllm-three-runs.jsonl"));
            compare.b().open(ChangedCopies.SAMPLES.resolve("foreign").resolve("vllm-completions.json"));
        });
        await(() -> compare.printedProperty().get() != null && compare.b().content().answers() != null);

        CompareVerdict verdict = onFx(() -> compare.printedProperty().get().verdict());
        assertThat(verdict.sentence()).matches("Die Token sind .*|Einige Token sind nicht dieselben\\.|Nichts weicht ab .*");
        assertThat(verdict.reasons()).last().asString().startsWith("Eine gedruckte Dezimalzahl zeigt höchstens");
        assertThat(verdict.reasons()).noneMatch(text -> text.matches(".*\\b(the|are|only)\\b.*"));
    }

    @Test
    void filesThatAreNotToBeCompared() {
        run(() -> compare.a().open(folder.resolve("weg.json")));
        await(() -> lab.problemProperty().get() != null);

        assertThat(lab.problemProperty().get().sentence().in(Texts.locale())).startsWith("Es gibt keine Datei");
    }
}
