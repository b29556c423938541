package throttlelab.fxml.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Texts;

/// The streams of the newest run; before the first one, the baseline of the prompt that is chosen.
public final class StreamsViewModel {

    /// At full speed tokens come faster than anybody reads; so they are taken a handful at a time.
    private static final long READ_NANOS = 50_000_000;

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<StreamLines> lines = new ReadOnlyObjectWrapper<>(StreamLines.NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private StreamLinesViewModel shown;
    private TokenTextViewModel texts;
    private LiveRun seen;
    private long read;

    /// The streams of a lab.
    public StreamsViewModel(LabViewModel lab) {
        this.lab = lab;
        lab.pulse().add(() -> look(false));
        Stream.of(lab.stateProperty(), lab.setup().promptProperty(), lab.baseline().nameProperty(),
                lab.setup().tokensProperty())
                .forEach(property -> property.addListener((observable, before, now) -> look(true)));
        look(true);
    }

    private void look(boolean now) {
        long time = System.nanoTime();
        if (lab.model() == null || !now && time - read < READ_NANOS) {
            return;
        }
        read = time;
        LiveRun run = lab.run().orElse(null);
        PromptItem prompt = run == null ? lab.setup().promptProperty().get() : lab.runPrompt().orElse(null);
        if (prompt == null) {
            return;
        }
        if (run != seen) {
            seen = run;
            lab.selectedPositionProperty().set(-1);
        }
        List<LiveRun> runs = new ArrayList<>();
        lab.run().ifPresent(runs::add);
        lab.twinRun().ifPresent(runs::add);
        show(prompt, runs, run == null ? lab.setup().tokensProperty().get() : run.setup().tokens());
        if (shown.look()) {
            revision.set(revision.get() + 1);
        }
    }

    private void show(PromptItem prompt, List<LiveRun> runs, int positions) {
        TokenStream expected = lab.baseline().of(prompt).orElse(null);
        LineHead head = new LineHead(Texts.get("streams.baseline"), Texts.get(expected == null
                ? "streams.baseline.none" : lab.baseline().madeOnTheSpot(prompt) ? "streams.baseline.spot"
                : "streams.baseline.recorded"));
        if (shown != null && shown.of(expected, head, runs, positions)) {
            return;
        }
        if (texts == null) {
            texts = new TokenTextViewModel(lab.model().tokenizer());
        }
        shown = new StreamLinesViewModel(texts, expected, head, runs, positions);
        shown.look();
        lines.set(shown);
    }

    /// What is known of a position.
    public TokenDetails details(int position) {
        return shown.details(position);
    }

    /// The lines; another object for every run and baseline.
    public ReadOnlyObjectProperty<StreamLines> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Changes when the lines have grown.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The position that a person looks at, from 0; −1 for none.
    public IntegerProperty selectedProperty() {
        return lab.selectedPositionProperty();
    }
}
