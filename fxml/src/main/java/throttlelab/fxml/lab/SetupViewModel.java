package throttlelab.fxml.lab;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.lesson.Suspect;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;

/// How the next run is set up, and how slow the workers are, in a run that goes on, too. Properties belong to the FX
/// thread.
public final class SetupViewModel {

    /// Milliseconds a stage of the first run takes: about half a minute for fifty tokens.
    public static final double FIRST_TEMPO = 35;

    /// What a profile goes by once a slider was moved.
    public static final String CUSTOM_PROFILE = "custom";

    /// After how many seconds a stage that waits names those who could come and do not, unless somebody has said else.
    public static final double STALL_AFTER = 10;

    static final int WORKERS = 8;
    private static final int TOKENS = 50;

    private final ObservableList<PromptItem> prompts = FXCollections.observableArrayList();
    private final ObjectProperty<PromptItem> prompt = new SimpleObjectProperty<>();
    private final StringProperty policy = new SimpleStringProperty(CombinePolicy.CONTENT_ADDRESSED.id());
    private final StringProperty partition = new SimpleStringProperty(PartitionKind.SLICED.id());
    private final DoubleProperty tempo = new SimpleDoubleProperty(FIRST_TEMPO);
    private final IntegerProperty tokens = new SimpleIntegerProperty(TOKENS);
    private final BooleanProperty twin = new SimpleBooleanProperty();
    private final StringProperty twinPolicy = new SimpleStringProperty(CombinePolicy.ARRIVAL_ORDER.id());
    private final DoubleProperty stallAfter = new SimpleDoubleProperty(STALL_AFTER);
    private final ReadOnlyStringWrapper profile = new ReadOnlyStringWrapper(Profiles.NONE.name());
    private final ReadOnlyLongWrapper touches = new ReadOnlyLongWrapper();
    private final ObjectProperty<Supplier<Suspect>> suspects = new SimpleObjectProperty<>();
    private final Throttle throttle = new Throttle(Profiles.NONE, WORKERS);

    SetupViewModel() {
    }

    /// How many workers there are.
    public int workers() {
        return WORKERS;
    }

    /// The prompts to choose from.
    public ObservableList<PromptItem> prompts() {
        return prompts;
    }

    /// The prompt of the next run.
    public ObjectProperty<PromptItem> promptProperty() {
        return prompt;
    }

    /// The combine policy of the next run, by its id.
    public StringProperty policyProperty() {
        return policy;
    }

    /// The partition of the next run, by its id.
    public StringProperty partitionProperty() {
        return partition;
    }

    /// Milliseconds of nominal work a stage in the next run; 0 for full speed.
    public DoubleProperty tempoProperty() {
        return tempo;
    }

    /// How many tokens the next run generates.
    public IntegerProperty tokensProperty() {
        return tokens;
    }

    /// Whether the next run has a second one beside it.
    public BooleanProperty twinProperty() {
        return twin;
    }

    /// The combine policy of the second run, by its id.
    public StringProperty twinPolicyProperty() {
        return twinPolicy;
    }

    /// After how many seconds a stage that waits names those who could come and do not; counts from the next run on.
    public DoubleProperty stallAfterProperty() {
        return stallAfter;
    }

    /// Makes what is wrong on purpose with the next run, in a lesson; `null` in every other one.
    public ObjectProperty<Supplier<Suspect>> suspectsProperty() {
        return suspects;
    }

    /// The factors in force; changed by [#slow(int, double)] and [#apply(ThrottleProfile)] only.
    public Throttle throttle() {
        return throttle;
    }

    /// Gives a worker its own factor, at once; the profile is custom from then on.
    public void slow(int worker, double factor) {
        throttle.set(worker, factor);
        profile.set(CUSTOM_PROFILE);
        touches.set(touches.get() + 1);
    }

    /// Takes another profile for all workers, at once.
    public void apply(ThrottleProfile other) {
        throttle.apply(other);
        profile.set(other.name());
        touches.set(touches.get() + 1);
    }

    /// How often factors were changed; the factors themselves are no properties.
    public ReadOnlyLongProperty touchesProperty() {
        return touches.getReadOnlyProperty();
    }

    /// The name of the throttle profile in force; [#CUSTOM_PROFILE] once a slider was moved.
    public ReadOnlyStringProperty profileProperty() {
        return profile.getReadOnlyProperty();
    }
}
