package throttlelab.fxml.transport;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.StringProperty;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.fxml.control.Choice;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.texts.Texts;

/// Runs the lab, and sets up the next run. What cannot be run is told in words before anybody presses Run.
public final class TransportViewModel {

    private final LabViewModel lab;
    private final SetupViewModel setup;
    private final NextRunViewModel next;
    private final ReadOnlyObjectWrapper<RunAction> action = new ReadOnlyObjectWrapper<>(RunAction.WAIT);
    private final ReadOnlyBooleanWrapper runnable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper steppable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stoppable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper changed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tempoText = new ReadOnlyStringWrapper("");
    private final DoubleProperty tempoStep = new SimpleDoubleProperty();

    /// The transport of a lab.
    public TransportViewModel(LabViewModel lab) {
        this.lab = lab;
        this.setup = lab.setup();
        this.next = new NextRunViewModel(lab);
        tempoStep.set(TempoScale.step(setup.tempoProperty().get()));
        tempoStep.addListener((property, before, now) -> {
            int step = (int) Math.round(now.doubleValue());
            // A tempo between two steps, set by somebody else, stays until the slider is moved.
            if (step != TempoScale.step(setup.tempoProperty().get())) {
                setup.tempoProperty().set(TempoScale.millis(step));
            }
        });
        setup.tempoProperty().addListener((property, before, now) ->
                tempoStep.set(TempoScale.step(now.doubleValue())));
        InvalidationListener look = property -> look();
        List.of(lab.stateProperty(), setup.policyProperty(), setup.partitionProperty(), setup.tempoProperty(),
                setup.tokensProperty(), setup.promptProperty(), setup.twinProperty(), setup.twinPolicyProperty())
                .forEach(each -> each.addListener(look));
        look();
    }

    private void look() {
        LabState state = lab.stateProperty().get();
        tempoText.set(tempo(setup.tempoProperty().get()));
        refusal.set(next.refused());
        boolean ready = state == LabState.READY && refusal.get().isEmpty();
        action.set(switch (state) {
            case RUNNING -> RunAction.PAUSE;
            case PAUSED -> RunAction.RESUME;
            case READY -> RunAction.RUN;
            // What takes a moment only already looks as it will: painting it twice would hold up the run's first stages.
            case PREPARING -> preparesBaseline() ? RunAction.WAIT : RunAction.PAUSE;
            case LOADING, FAILED, BETTING -> RunAction.WAIT;
        });
        // While a run is being set up, too, although nothing happens then: a disabled button would lose the focus.
        boolean pressable = ready || state.active() || state == LabState.PREPARING;
        runnable.set(pressable);
        steppable.set(pressable);
        stoppable.set(state.active() || state == LabState.PREPARING && !preparesBaseline());
        note.set(noteFor(state));
        changed.set(state.active() ? changed() : "");
    }

    private boolean preparesBaseline() {
        return setup.promptProperty().get() != null && setup.promptProperty().get().typed();
    }

    private String tempo(double millis) {
        return millis <= 0 ? Texts.get("transport.tempo.full")
                : Texts.get("transport.tempo.millis", Texts.number(millis < 10 && millis % 1 != 0
                        ? "%.1f" : "%.0f", millis));
    }

    /// Says what is going on.
    private String noteFor(LabState state) {
        if (state == LabState.PREPARING && preparesBaseline()) {
            return Texts.get("transport.note.preparing");
        }
        if (state == LabState.BETTING) {
            return Texts.get("transport.note.betting");
        }
        return "";
    }

    /// Says what of the set-up waits for the next run.
    private String changed() {
        List<String> names = next.changed();
        return names.isEmpty() ? "" : Texts.get("transport.changed.what", String.join(", ", names));
    }

    /// What the first button does: run, pause, resume.
    public void run() {
        switch (action.get()) {
            case RUN -> {
                if (runnable.get()) {
                    lab.runs().start(false);
                }
            }
            case PAUSE -> lab.runs().pause();
            case RESUME -> lab.runs().resume();
            case WAIT -> { }
        }
    }

    /// Lets one stage pass.
    public void stepStage() {
        if (steppable.get()) {
            lab.runs().stepStage();
        }
    }

    /// Lets one token come.
    public void stepToken() {
        if (steppable.get()) {
            lab.runs().stepToken();
        }
    }

    /// Ends the run.
    public void stop() {
        if (stoppable.get()) {
            lab.runs().stop();
        }
    }

    /// Moves the tempo by some steps; positive is faster.
    public void tempo(int steps) {
        tempoStep.set(Math.clamp(Math.round(tempoStep.get()) + steps, 0, TempoScale.last()));
    }

    /// Takes the next combine policy, round and round.
    public void nextPolicy() {
        setup.policyProperty().set(next(policies(), setup.policyProperty().get()));
    }

    /// Takes the next partition, round and round.
    public void nextPartition() {
        setup.partitionProperty().set(next(partitions(), setup.partitionProperty().get()));
    }

    /// Switches the second run on or off.
    public void switchTwin() {
        setup.twinProperty().set(!setup.twinProperty().get());
    }

    private static String next(List<Choice> choices, String id) {
        List<String> ids = choices.stream().map(Choice::id).toList();
        return ids.get((ids.indexOf(id) + 1) % ids.size());
    }

    /// The combine policies.
    public List<Choice> policies() {
        return List.of(CombinePolicy.values()).stream().map(policy -> choice("policy", policy.id())).toList();
    }

    /// The partitions.
    public List<Choice> partitions() {
        return List.of(PartitionKind.values()).stream().map(kind -> choice("partition", kind.id())).toList();
    }

    private static Choice choice(String kind, String id) {
        String key = "transport." + kind + "." + id;
        return new Choice(id, Texts.get(key), Texts.get(key + ".tip"));
    }

    /// The combine policy of the next run.
    public StringProperty policyProperty() {
        return setup.policyProperty();
    }

    /// The partition of the next run.
    public StringProperty partitionProperty() {
        return setup.partitionProperty();
    }

    /// How many tokens the next run generates.
    public IntegerProperty tokensProperty() {
        return setup.tokensProperty();
    }

    /// Whether the next run has a second one beside it.
    public BooleanProperty twinProperty() {
        return setup.twinProperty();
    }

    /// The combine policy of the second run.
    public StringProperty twinPolicyProperty() {
        return setup.twinPolicyProperty();
    }

    /// The step of the tempo: 0 is a stage a second, [#lastTempoStep()] is full speed.
    public DoubleProperty tempoStepProperty() {
        return tempoStep;
    }

    /// The last step of the tempo.
    public int lastTempoStep() {
        return TempoScale.last();
    }

    /// The tempo in words.
    public ReadOnlyStringProperty tempoTextProperty() {
        return tempoText.getReadOnlyProperty();
    }

    /// What the first button does.
    public ReadOnlyObjectProperty<RunAction> actionProperty() {
        return action.getReadOnlyProperty();
    }

    /// Whether the first button does something.
    public ReadOnlyBooleanProperty runnableProperty() {
        return runnable.getReadOnlyProperty();
    }

    /// Whether there is something to step.
    public ReadOnlyBooleanProperty steppableProperty() {
        return steppable.getReadOnlyProperty();
    }

    /// Whether there is something to stop.
    public ReadOnlyBooleanProperty stoppableProperty() {
        return stoppable.getReadOnlyProperty();
    }

    /// Why the next run would be refused; empty if it would not.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// What else there is to say; may be empty.
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// What of the set-up waits for the next run; empty if nothing does.
    public ReadOnlyStringProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }
}
