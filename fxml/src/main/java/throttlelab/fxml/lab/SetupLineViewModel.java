package throttlelab.fxml.lab;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import throttlelab.engine.InputException;
import throttlelab.engine.LabException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.SetupLine;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.fxml.texts.Texts;

/// The set-up of the next run as one line of text, which makes the same experiment in another lab. On the FX thread.
public final class SetupLineViewModel {

    /// Enough to tell models apart, and short enough for a line.
    private static final int DIGITS = 16;

    private final LoadedViewModel loaded;
    private final SetupViewModel setup;

    SetupLineViewModel(LoadedViewModel loaded, SetupViewModel setup) {
        this.loaded = loaded;
        this.setup = setup;
    }

    /// The set-up as it is.
    ///
    /// @throws LabException if nothing is loaded, or the throttle profile comes from a file that another lab may lack
    public String text() {
        if (loaded.model() == null || setup.promptProperty().get() == null) {
            throw new UsageException(Texts.get("lab.setup.nothing"));
        }
        Throttle throttle = setup.throttle();
        ThrottleProfile profile = throttle.profile();
        boolean portable = SetupLine.portable(profile);
        if (!portable && profile.changing()) {
            throw new UsageException(Texts.get("lab.setup.profile", profile.name()));
        }
        SortedMap<Integer, Double> factors = new TreeMap<>();
        for (int worker = 0; worker < throttle.workers(); worker++) {
            if (!portable || !throttle.follows(worker)) {
                factors.put(worker, throttle.factor(worker, 0));
            }
        }
        return new SetupLine(digest(), CombinePolicy.of(setup.policyProperty().get()),
                PartitionKind.of(setup.partitionProperty().get()), setup.tempoProperty().get(),
                setup.tokensProperty().get(),
                setup.twinProperty().get() ? Optional.of(CombinePolicy.of(setup.twinPolicyProperty().get()))
                        : Optional.empty(),
                portable ? profile : Profiles.NONE, factors, setup.promptProperty().get().text()).text();
    }

    private String digest() {
        return loaded.model().digest().prefix(DIGITS);
    }

    /// Sets everything up as a line says. A prompt that is in the list is taken from there.
    ///
    /// @throws LabException if the line is damaged, or made for another model; then nothing has changed
    public void take(String text) {
        if (loaded.model() == null) {
            throw new UsageException(Texts.get("lab.setup.nothing"));
        }
        SetupLine line = SetupLine.parse(text);
        if (!line.model().equals(digest())) {
            throw new InputException(Texts.get("lab.setup.model", line.model(), digest()));
        }
        setup.policyProperty().set(line.policy().id());
        setup.partitionProperty().set(line.partition().id());
        setup.tempoProperty().set(line.tempo());
        setup.tokensProperty().set(line.tokens());
        setup.twinProperty().set(line.twin().isPresent());
        line.twin().ifPresent(twin -> setup.twinPolicyProperty().set(twin.id()));
        setup.apply(line.profile());
        line.factors().forEach(setup::slow);
        setup.promptProperty().set(setup.prompts().stream().filter(item -> item.text().equals(line.prompt())).findFirst()
                .orElseGet(() -> new PromptItem(PromptItem.TYPED, line.prompt())));
    }
}
