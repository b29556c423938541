package throttlelab.fxml.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import throttlelab.engine.InputException;
import throttlelab.engine.lesson.StepSetup;
import throttlelab.engine.lesson.Suspect;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.fxml.bet.BetSetupViewModel;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.texts.Texts;

/// Sets the lab up for a step, and puts it back as the person had it.
final class LessonSetupViewModel {

    private static final double MILLI = 1e6;

    private final LabViewModel lab;
    private final BetSetupViewModel bet;
    private Runnable back;

    LessonSetupViewModel(LabViewModel lab, BetSetupViewModel bet) {
        this.lab = lab;
        this.bet = bet;
    }

    /// Sets the lab up.
    ///
    /// @param seed chooses what is wrong, where something is
    /// @throws InputException if the lab lacks something that the step asks for
    void apply(StepSetup setup, long seed) {
        switch (setup) {
            case StepSetup.Live live -> live(live, seed);
            case StepSetup.Bet asked -> bet(asked);
        }
    }

    private void live(StepSetup.Live live, long seed) {
        SetupViewModel setup = lab.setup();
        PromptItem prompt = prompt(live.prompt());
        if (back == null) {
            back = presentState();
        }
        setup.promptProperty().set(prompt);
        setup.tokensProperty().set(live.tokens());
        setup.tempoProperty().set(live.tempo().stageNanos() / MILLI);
        setup.partitionProperty().set(live.partition().id());
        setup.policyProperty().set(live.policy().id());
        setup.twinProperty().set(live.beside().isPresent());
        live.beside().ifPresent(policy -> setup.twinPolicyProperty().set(policy.id()));
        setup.apply(Profiles.byName(live.profile()).orElse(Profiles.NONE));
        for (int worker = 0; worker < live.factors().size(); worker++) {
            setup.slow(worker, live.factors().get(worker));
        }
        Model model = lab.model();
        Supplier<Suspect> suspects = live.wrong().isEmpty() ? null
                : () -> Suspect.of(live.wrong(), seed, live.tokens(), model);
        setup.suspectsProperty().set(suspects);
        lab.runs().putBehind();
    }

    private PromptItem prompt(String id) {
        List<PromptItem> prompts = lab.setup().prompts();
        return prompts.stream().filter(item -> id.isEmpty() ? !item.typed() : item.id().equals(id)).findFirst()
                .orElseThrow(() -> new InputException(Texts.get("lessons.problem.prompt", id)));
    }

    private void bet(StepSetup.Bet asked) {
        lab.setup().suspectsProperty().set(null);
        bet.policyProperty().set(asked.policy().id());
        bet.promptsProperty().set(Math.min(asked.prompts(), bet.mostPromptsProperty().get()));
        bet.tokensProperty().set(asked.tokens());
        if (!asked.profiles().isEmpty()) {
            bet.profiles().forEach(profile ->
                    profile.chosen().set(profile.fixed() || asked.profiles().contains(profile.name())));
        }
    }

    /// Nothing is wrong with the next run any more.
    void sound() {
        lab.setup().suspectsProperty().set(null);
    }

    /// Puts the lab back as it was before the first step was set up.
    void putBack() {
        sound();
        if (back != null) {
            back.run();
            back = null;
        }
    }

    private Runnable presentState() {
        SetupViewModel setup = lab.setup();
        PromptItem prompt = setup.promptProperty().get();
        int tokens = setup.tokensProperty().get();
        double tempo = setup.tempoProperty().get();
        String partition = setup.partitionProperty().get();
        String policy = setup.policyProperty().get();
        boolean twin = setup.twinProperty().get();
        String twinPolicy = setup.twinPolicyProperty().get();
        ThrottleProfile profile = setup.throttle().profile();
        List<Double> own = new ArrayList<>();
        for (int worker = 0; worker < setup.workers(); worker++) {
            own.add(setup.throttle().follows(worker) ? null : setup.throttle().factor(worker, 0));
        }
        return () -> {
            setup.promptProperty().set(prompt);
            setup.tokensProperty().set(tokens);
            setup.tempoProperty().set(tempo);
            setup.partitionProperty().set(partition);
            setup.policyProperty().set(policy);
            setup.twinProperty().set(twin);
            setup.twinPolicyProperty().set(twinPolicy);
            setup.apply(profile);
            for (int worker = 0; worker < own.size(); worker++) {
                if (own.get(worker) != null) {
                    setup.slow(worker, own.get(worker));
                }
            }
        };
    }
}
