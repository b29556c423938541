package throttlelab.fxml.present;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.LabException;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.throttle.Profiles;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.transport.TransportViewModel;

/// A presentation: first what the person has set up, then scenes that tell the story of the lab, prompt after prompt.
/// One button leads on: it begins a run, holds it, brings one token after the other, and goes to the next scene when the
/// run is over; another leads back. Afterwards everything is set up as it was before.
public final class PresentViewModel {

    private static final List<Scene> SCENES = List.of(new Scene("own", null, null),
            new Scene("none", "none", "content-addressed"), new Scene("phone", "phone", "content-addressed"),
            new Scene("ramp", "reverse-ramp", "content-addressed"), new Scene("arrival", "ramp", "arrival-order"),
            new Scene("first", "phone", "first-response"));

    private final LabViewModel lab;
    private final SetupViewModel setup;
    private final TransportViewModel transport;
    private final ReadOnlyBooleanWrapper presenting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private Optional<String> before = Optional.empty();
    private LiveRun shownBefore;
    private int scene;

    /// Presentations of a lab.
    public PresentViewModel(LabViewModel lab, TransportViewModel transport) {
        this.lab = lab;
        this.setup = lab.setup();
        this.transport = transport;
        InvalidationListener look = property -> look();
        List.of(lab.stateProperty(), setup.promptProperty(), presenting).forEach(each -> each.addListener(look));
        look();
    }

    /// Begins with what is set up; a run that goes on belongs to it. Nothing happens where nothing is loaded, or while a
    /// bet or a proof goes on.
    public void begin() {
        LabState state = lab.stateProperty().get();
        if (presenting.get() || !state.idle() && !state.active()) {
            return;
        }
        before = line();
        scene = 0;
        shownBefore = state.active() ? null : lab.run().orElse(null);
        presenting.set(true);
    }

    private Optional<String> line() {
        try {
            return Optional.of(lab.setupLine().text());
        } catch (LabException e) {
            // A profile out of a file: it stays in force until a scene has another, and is not had back.
            return Optional.empty();
        }
    }

    /// Ends; a run that goes on may do so.
    public void leave() {
        if (presenting.get()) {
            presenting.set(false);
            before.ifPresent(lab.setupLine()::take);
        }
    }

    /// Begins if there is no presentation, and else does what the button for running does.
    public void beginOrRun() {
        if (presenting.get()) {
            transport.run();
        } else {
            begin();
        }
    }

    /// The next thing.
    public void next() {
        switch (step()) {
            case RUN, HOLD -> transport.run();
            case TOKEN -> transport.stepToken();
            case SCENE -> show((scene + 1) % SCENES.size());
            case PROMPT -> nextPrompt();
            case WAIT -> { }
        }
        look();
    }

    /// Back to the beginning of the scene, or, from there, to the scene before.
    public void back() {
        if (begun()) {
            transport.stop();
            shownBefore = lab.run().orElse(null);
        } else if (scene > 0) {
            show(scene - 1);
        }
        look();
    }

    /// What leads on can do.
    private enum Step {
        RUN, HOLD, TOKEN, SCENE, PROMPT, WAIT
    }

    private Step step() {
        return switch (lab.stateProperty().get()) {
            case RUNNING -> Step.HOLD;
            case PAUSED -> Step.TOKEN;
            case READY -> !begun() ? Step.RUN : scene < SCENES.size() - 1 ? Step.SCENE : Step.PROMPT;
            case LOADING, FAILED, PREPARING, BETTING -> Step.WAIT;
        };
    }

    private boolean begun() {
        return lab.stateProperty().get().active() || lab.run().orElse(null) != shownBefore;
    }

    private void show(int number) {
        scene = number;
        shownBefore = lab.run().orElse(null);
        Scene shown = SCENES.get(number);
        if (shown.profile() == null) {
            before.ifPresent(lab.setupLine()::take);
        } else {
            setup.twinProperty().set(false);
            setup.partitionProperty().set(PartitionKind.SLICED.id());
            setup.policyProperty().set(shown.policy());
            setup.apply(Profiles.of(shown.profile()));
        }
    }

    /// The prompt after this one, with the first scene that is laid down.
    private void nextPrompt() {
        int present = setup.prompts().indexOf(setup.promptProperty().get());
        setup.promptProperty().set(setup.prompts().get((present + 1) % setup.prompts().size()));
        show(1);
    }

    private void look() {
        title.set(Texts.get("present.scene", scene + 1, SCENES.size(),
                Texts.get("present.scene." + SCENES.get(scene).name())));
        PromptItem item = lab.stateProperty().get().active() ? lab.runPrompt().orElse(null) : setup.promptProperty().get();
        prompt.set(item == null ? "" : item.text());
        next.set(Texts.get("present.next." + step()));
    }

    /// Whether there is a presentation.
    public ReadOnlyBooleanProperty presentingProperty() {
        return presenting.getReadOnlyProperty();
    }

    /// The scene in a few words.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The prompt that is run.
    public ReadOnlyStringProperty promptProperty() {
        return prompt.getReadOnlyProperty();
    }

    /// What leads on would do.
    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }
}
