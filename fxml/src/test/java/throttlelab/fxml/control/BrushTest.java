package throttlelab.fxml.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.testing.ViewStage;

/// Words that are painted where there is little room.
class BrushTest {

    /// A slot of the barrier in the smallest window, at the usual size of text.
    private static final double SLOT = 45;
    private static final double WORD = 0.73;

    @BeforeAll
    static void start() {
        ViewStage.start();
    }

    private static String written(String word, double room) {
        return ViewStage.onFx(() -> new Brush(new Canvas().getGraphicsContext2D(), new Palette(() -> { }))
                .condensed(Face.PLAIN, WORD, word, room));
    }

    @Test
    void wordsOfSlotsAreCondensedBeforeTheyAreShortened() {
        for (String word : new String[] {"busy", "computing", "delayed", "too late", "refused", "rechnet", "gebremst",
            "late ×999", "spät ×999", "abgewiesen"}) {
            assertThat(written(word, SLOT)).isEqualTo(word);
        }
        assertThat(written("computing", SLOT / 2)).startsWith("c").endsWith("…");
    }
}
