package throttlelab.fxml.bet;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.comparison.Ulp;
import throttlelab.engine.model.Prompt;
import throttlelab.fxml.streams.StreamLines;
import throttlelab.fxml.texts.Texts;

/// The two streams behind one cell: that of `none` and that of the cell's profile, token under token, as far as they
/// have come.
public final class BetStreamsViewModel {

    private final ReadOnlyObjectWrapper<BetCell> cell = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StreamLines> lines = new ReadOnlyObjectWrapper<>(StreamLines.NONE);
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyStringWrapper referenceText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper actualText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper distanceText = new ReadOnlyStringWrapper("");
    private List<StreamToken> reference = new ArrayList<>();
    private List<StreamPair> pairs = new ArrayList<>();
    private BetRunViewModel run;
    private String profile = "";
    private boolean parted;
    private int different;

    BetStreamsViewModel() {
        selected.addListener((property, before, now) -> describe());
        describe();
    }

    /// Opens a cell of a bet at the first position that differs.
    void open(BetRunViewModel bet, BetCell opened) {
        run = bet;
        parted = false;
        different = 0;
        // What was shown before may still be painted once more: it keeps its own lists.
        reference = new ArrayList<>();
        pairs = new ArrayList<>();
        BetPlan plan = bet.plan();
        Prompt text = plan.prompts().get(opened.prompt());
        profile = plan.runs().get(opened.profile()).name();
        title.set(Texts.get(opened.profile() == 0 ? "bet.streams.reference" : "bet.streams.title", text.id(), profile));
        prompt.set(text.text());
        look(opened);
        selected.set(-1);
        lines.set(new BetStreamLines(profile, reference, pairs, bet.tape().length(), opened.profile() == 0));
        selected.set(pairs.stream().filter(pair -> pair.outcome() != Outcome.EQUAL).mapToInt(StreamPair::position)
                .findFirst().orElse(-1));
        cell.set(opened);
    }

    /// Takes in what has come since the last look.
    void look() {
        if (cell.get() != null && look(cell.get())) {
            revision.set(revision.get() + 1);
        }
    }

    private boolean look(BetCell opened) {
        BetTape tape = run.tape();
        int before = reference.size() + pairs.size();
        int count = tape.count(opened.profile(), opened.prompt());
        for (int position = reference.size(); position < tape.count(0, opened.prompt()); position++) {
            reference.add(token(tape, 0, opened.prompt(), position));
        }
        for (int position = pairs.size(); position < count; position++) {
            pairs.add(pair(tape, opened, position));
        }
        Outcome outcome = tape.outcome(opened.profile(), opened.prompt());
        summary.set(Texts.get("bet.streams.summary", outcome.symbol(), outcome.text(), count, tape.length(),
                different));
        return reference.size() + pairs.size() > before;
    }

    private StreamPair pair(BetTape tape, BetCell opened, int position) {
        StreamToken expected = reference.get(position);
        StreamToken actual = token(tape, opened.profile(), opened.prompt(), position);
        Outcome outcome = expected.id() != actual.id() ? Outcome.TOKEN
                : Float.floatToIntBits(expected.logprob()) != Float.floatToIntBits(actual.logprob()) ? Outcome.BITS
                : Outcome.EQUAL;
        StreamPair pair = new StreamPair(position, expected, actual, outcome,
                outcome == Outcome.TOKEN ? 0 : Ulp.distance(expected.logprob(), actual.logprob()), parted);
        parted |= outcome == Outcome.TOKEN;
        different += outcome == Outcome.EQUAL ? 0 : 1;
        return pair;
    }

    private StreamToken token(BetTape tape, int from, int at, int position) {
        int id = tape.token(from, at, position);
        return new StreamToken(id, run.text(id), tape.logprob(from, at, position), tape.margin(from, at, position));
    }

    private void describe() {
        int position = selected.get();
        boolean chosen = position >= 0 && position < reference.size();
        boolean both = chosen && position < pairs.size();
        referenceText.set(chosen ? words("none", reference.get(position)) : Texts.get("bet.streams.choose"));
        actualText.set(both ? words(profile, pairs.get(position).actual()) : "");
        distanceText.set(both ? distance(pairs.get(position)) : "");
    }

    private static String words(String whose, StreamToken token) {
        return Texts.get("bet.streams.token", whose, Integer.toString(token.id()), token.text(),
                Float.toString(token.logprob()), token.bits(), Float.toString(token.margin()));
    }

    private static String distance(StreamPair pair) {
        String text = switch (pair.outcome()) {
            case TOKEN -> Texts.get("bet.streams.token.differs", pair.position() + 1);
            case BITS -> Texts.get("bet.streams.bits.differ", pair.position() + 1, pair.ulps());
            default -> Texts.get("bet.streams.equal", pair.position() + 1);
        };
        return pair.consequence() ? text + " " + Texts.get("bet.streams.consequence") : text;
    }

    /// Shows no cell any more.
    public void close() {
        cell.set(null);
        lines.set(StreamLines.NONE);
        selected.set(-1);
        run = null;
    }

    /// The cell that is open; `null` if none is.
    public ReadOnlyObjectProperty<BetCell> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    /// Which prompt, under which profile.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// What the prompt says.
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /// How they compare.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// Both streams, for eyes.
    public ReadOnlyObjectProperty<StreamLines> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Changes when they have grown.
    public ReadOnlyIntegerProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /// The position that a person looks at, from 0; −1 for none.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// All about the token of `none` there.
    public ReadOnlyStringProperty referenceTextProperty() {
        return referenceText.getReadOnlyProperty();
    }

    /// All about the other one.
    public ReadOnlyStringProperty actualTextProperty() {
        return actualText.getReadOnlyProperty();
    }

    /// How they differ.
    public ReadOnlyStringProperty distanceTextProperty() {
        return distanceText.getReadOnlyProperty();
    }

    /// The positions so far.
    List<StreamPair> pairs() {
        return pairs;
    }
}
