package throttlelab.fxml.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.LabException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Partition;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.LiveSetup;
import throttlelab.engine.throttle.Tempo;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.texts.Texts;

/// The next run as it is set up: would it be refused, and how does it differ from the one that goes on?
final class NextRunViewModel {

    private final LabViewModel lab;
    private final SetupViewModel setup;
    private PromptItem counted;
    private int promptLength;

    NextRunViewModel(LabViewModel lab) {
        this.lab = lab;
        this.setup = lab.setup();
    }

    /// Why the next run would be refused; empty if it would not.
    String refused() {
        if (lab.model() == null) {
            return "";
        }
        try {
            Partition partition = Partition.of(PartitionKind.of(setup.partitionProperty().get()), setup.workers(),
                    lab.model().config());
            partition.check(CombinePolicy.of(setup.policyProperty().get()));
            if (setup.twinProperty().get()) {
                partition.check(CombinePolicy.of(setup.twinPolicyProperty().get()));
            }
        } catch (UsageException e) {
            return e.sentence().in(Texts.locale());
        }
        PromptItem prompt = setup.promptProperty().get();
        if (prompt == null) {
            return Texts.get("transport.refused.none");
        }
        return refused(prompt);
    }

    private String refused(PromptItem prompt) {
        try {
            if (!prompt.equals(counted)) {
                promptLength = lab.model().tokenizer().encodePrompt(prompt.text()).length;
                counted = prompt;
            }
        } catch (LabException e) {
            return e.sentence().in(Texts.locale());
        }
        int most = lab.model().config().maxPositions() - promptLength + 1;
        if (setup.tokensProperty().get() <= most) {
            return "";
        }
        return Texts.get("transport.refused.long", promptLength, setup.tokensProperty().get(),
                lab.model().config().maxPositions(), Math.max(0, most));
    }

    /// What of the set-up differs from the run that goes on, in words.
    List<String> changed() {
        if (lab.run().isEmpty()) {
            return List.of();
        }
        LiveSetup running = lab.run().get().setup();
        FederationSettings settings = running.settings();
        List<String> changed = new ArrayList<>();
        add(changed, "policy", !settings.policy().id().equals(setup.policyProperty().get()));
        add(changed, "partition", !settings.partition().id().equals(setup.partitionProperty().get()));
        add(changed, "tempo", !settings.tempo().equals(Tempo.ofMillis(setup.tempoProperty().get())));
        add(changed, "tokens", running.tokens() != setup.tokensProperty().get());
        add(changed, "prompt", !lab.runPrompt().equals(Optional.ofNullable(setup.promptProperty().get())));
        boolean twin = setup.twinProperty().get();
        add(changed, "twin", lab.twinRun().isPresent() != twin || twin && !lab.twinRun().get().setup().settings()
                .policy().id().equals(setup.twinPolicyProperty().get()));
        return changed;
    }

    private static void add(List<String> changed, String what, boolean is) {
        if (is) {
            changed.add(Texts.get("transport." + what + ".name"));
        }
    }
}
