package throttlelab.fxml.bet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Texts;

/// What was laid down before the first run, and what the next bet is to run; as long as nobody changes it, that is the
/// same.
public final class BetSetupViewModel {

    /// How many prompts run together, as from the command line. It changes no bit.
    private static final int BATCH = 100;
    private static final String CRITERIA = "45_throttle.criteria.json";

    private final LabViewModel lab;
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper registered = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<CriteriaSection>> sections = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty policy = new SimpleStringProperty(CombinePolicy.CONTENT_ADDRESSED.id());
    private final List<ProfileChoice> profiles = Profiles.builtIn().stream().map(profile -> new ProfileChoice(
            profile.name(), Texts.get("bet.profile." + profile.name()), profile == Profiles.NONE)).toList();
    private final IntegerProperty prompts = new SimpleIntegerProperty(1);
    private final IntegerProperty tokens = new SimpleIntegerProperty(1);
    private final ReadOnlyIntegerWrapper mostPrompts = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyIntegerWrapper mostTokens = new ReadOnlyIntegerWrapper(1);
    private final ReadOnlyStringWrapper deviations = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper control = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<BetPlan> plan = new ReadOnlyObjectWrapper<>();
    private Criteria criteria;
    private boolean changing;

    BetSetupViewModel(LabViewModel lab) {
        this.lab = lab;
        lab.stateProperty().addListener((property, before, now) -> read());
        lab.samplesProperty().addListener((property, before, now) -> read());
        InvalidationListener look = property -> look();
        profiles.forEach(profile -> profile.chosen().addListener(look));
        prompts.addListener(look);
        tokens.addListener(look);
        policy.addListener((property, before, now) -> atOnce(this::chooseProfiles));
        read();
    }

    private void read() {
        if (criteria == null && lab.stateProperty().get() == LabState.READY && lab.samplesProperty().get() != null) {
            var file = lab.samplesProperty().get().resolve("bet").resolve(CRITERIA);
            lab.inBackground(() -> {
                Criteria read = Criteria.read(file);
                CriteriaWords words = CriteriaWordsViewModel.of(read);
                return () -> laidDown(read, words);
            }, () -> { });
        }
    }

    private void laidDown(Criteria read, CriteriaWords words) {
        criteria = read;
        question.set(words.question());
        registered.set(words.registered());
        sections.set(words.sections());
        mostPrompts.set((int) lab.setup().prompts().stream().filter(item -> !item.typed()).count());
        mostTokens.set(lab.model().config().maxPositions());
        reset();
    }

    /// Sets everything as it was laid down.
    public void reset() {
        if (criteria != null) {
            atOnce(() -> {
                prompts.set(Math.min(criteria.design().prompts(), mostPrompts.get()));
                tokens.set(Math.min(criteria.design().tokens(), mostTokens.get()));
                policy.set(criteria.design().policy().id());
                chooseProfiles();
            });
        }
    }

    /// Nobody sees a plan that is changed only half.
    private void atOnce(Runnable change) {
        boolean within = changing;
        changing = true;
        change.run();
        changing = within;
        look();
    }

    /// Each policy has profiles of its own laid down: those of the bet, or those of a control that must fail.
    private void chooseProfiles() {
        List<String> laidDown = registeredControl().map(Criteria.Control::profiles)
                .orElseGet(() -> criteria == null ? List.of() : criteria.design().profiles());
        profiles.forEach(profile -> profile.chosen().set(profile.fixed() || laidDown.contains(profile.name())));
    }

    private Optional<Criteria.Control> registeredControl() {
        CombinePolicy chosen = CombinePolicy.of(policy.get());
        return criteria == null ? Optional.empty()
                : criteria.controls().stream().filter(each -> each.policy() == chosen).findFirst();
    }

    private void look() {
        if (criteria == null || changing) {
            return;
        }
        BetPlan planned = new BetPlan(
                lab.setup().prompts().stream().filter(item -> !item.typed()).limit(prompts.get())
                        .map(BetSetupViewModel::prompt).toList(),
                tokens.get(),
                profiles.stream().filter(profile -> profile.chosen().get())
                        .map(profile -> Profiles.of(profile.name())).toList(),
                new FederationSettings(criteria.design().partition(), criteria.design().workers(),
                        CombinePolicy.of(policy.get()), Tempo.FULL),
                BATCH, 1);
        deviations.set(String.join(" ", criteria.departures(planned).stream().map(each -> each.in(Texts.locale())).toList()));
        control.set(registeredControl().map(each -> Texts.get("bet.control", CriteriaWordsViewModel.verdicts(each)))
                .orElse(""));
        plan.set(planned);
    }

    private static Prompt prompt(PromptItem item) {
        return new Prompt(item.id(), item.text());
    }

    /// What is to be run; `null` until the criteria are read.
    ReadOnlyObjectProperty<BetPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /// What was laid down; `null` until it is read.
    Criteria criteria() {
        return criteria;
    }

    /// The question that the bet asks.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    /// What was laid down, in one line.
    public ReadOnlyStringProperty registeredProperty() {
        return registered.getReadOnlyProperty();
    }

    /// What was laid down, whole.
    public ReadOnlyObjectProperty<List<CriteriaSection>> sectionsProperty() {
        return sections.getReadOnlyProperty();
    }

    /// The combine policies by their ids.
    public List<String> policies() {
        return Arrays.stream(CombinePolicy.values()).map(CombinePolicy::id).toList();
    }

    /// The combine policy, by its id. Another one chooses the profiles laid down for it.
    public StringProperty policyProperty() {
        return policy;
    }

    /// The throttle profiles.
    public List<ProfileChoice> profiles() {
        return profiles;
    }

    /// How many prompts are run.
    public IntegerProperty promptsProperty() {
        return prompts;
    }

    /// How many there are.
    public ReadOnlyIntegerProperty mostPromptsProperty() {
        return mostPrompts.getReadOnlyProperty();
    }

    /// How many tokens are generated after each.
    public IntegerProperty tokensProperty() {
        return tokens;
    }

    /// More tokens than this never fit the model.
    public ReadOnlyIntegerProperty mostTokensProperty() {
        return mostTokens.getReadOnlyProperty();
    }

    /// Where this departs from what was laid down, in sentences; empty if it does not.
    public ReadOnlyStringProperty deviationsProperty() {
        return deviations.getReadOnlyProperty();
    }

    /// What a negative control must come to; empty if this is none.
    public ReadOnlyStringProperty controlProperty() {
        return control.getReadOnlyProperty();
    }
}
