package throttlelab.fxml.testing;

import java.nio.file.Path;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;

/// A lab with the shipped model and a typed prompt, whose baseline is made before its first run. What the lab does is
/// done and seen on the FX thread.
public final class TestLab implements AutoCloseable {

    /// What is typed.
    public static final PromptItem PROMPT = new PromptItem(PromptItem.TYPED, "The worker opened the box and");

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));

    private final LabViewModel lab;

    /// A lab that is ready to run.
    public TestLab() {
        ViewStage.start();
        lab = ViewStage.onFx(() -> {
            LabViewModel made = new LabViewModel();
            made.load(SAMPLES.resolve("fractalmoe-30m"), SAMPLES.resolve("prompts/bet45.jsonl"), null);
            return made;
        });
        awaitReady();
        ViewStage.run(() -> lab.setup().promptProperty().set(PROMPT));
    }

    /// The lab.
    public LabViewModel lab() {
        return lab;
    }

    /// Says how the next run is to be.
    public TestLab set(int tokens, double tempo, String policy) {
        ViewStage.run(() -> {
            lab.setup().tokensProperty().set(tokens);
            lab.setup().tempoProperty().set(tempo);
            lab.setup().policyProperty().set(policy);
        });
        return this;
    }

    /// Starts a run and waits until it goes on.
    public void start() {
        ViewStage.run(() -> lab.runs().start(false));
        ViewStage.await(() -> lab.stateProperty().get() != LabState.PREPARING);
    }

    /// Waits until nothing goes on.
    public void awaitReady() {
        ViewStage.await(() -> lab.stateProperty().get() == LabState.READY);
    }

    /// Runs to the end.
    public void runToTheEnd() {
        start();
        awaitReady();
    }

    @Override
    public void close() {
        ViewStage.run(lab::close);
    }
}
