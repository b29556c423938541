package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.numerics.RotaryTable;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;

/// A federation put together by hand, whose desk or crew can be another one than the real federation's.
final class Assembled {

    final ContributionDesk desk;
    final Partition partition;
    final IntFunction<Worker> workers;
    final IntFunction<WorkerSteps> steps;
    private final Model model;
    private final FederationSettings settings;
    private final FederationOptions options;
    private final TimingLedger ledger;
    private Crew crew;

    Assembled(Model model, FederationSettings settings, FederationOptions options) {
        this(model, settings, options, true);
    }

    /// @param checks whether the desk looks at checksums
    Assembled(Model model, FederationSettings settings, FederationOptions options, boolean checks) {
        this.model = model;
        this.settings = settings;
        this.options = options;
        this.desk = new ContributionDesk(checks, Parts.SOUND, this::pause);
        this.partition = Partition.of(settings.partition(), settings.workers(), model.config());
        this.ledger = new TimingLedger(settings.workers());
        ModelConfig config = model.config();
        RotaryTable rotary = new RotaryTable(config.maxPositions(), config.headDim(), config.ropeTheta());
        Throttle throttle = new Throttle(Profiles.NONE, settings.workers());
        this.workers = number -> new Worker(number, model, partition, options.kernels(), rotary, Federation.MAX_ROWS, true);
        this.steps = number -> new WorkerSteps(number, workers.apply(number), desk, ledger, throttle, settings.tempo(),
                options.clock(), options.observer());
    }

    private void pause(Object waiter) {
        crew.pause(waiter);
    }

    /// A crew of threads that keeps the past, or does not.
    ThreadCrew threads(boolean keeps) {
        PastStages past = new PastStages(keeps);
        List<WorkerPost> posts = new ArrayList<>();
        for (int number = 0; number < settings.workers(); number++) {
            int own = number;
            posts.add(new WorkerPost(number, () -> steps.apply(own), desk, past, settings.tempo(), options.clock(),
                    options.observer(), true));
        }
        return new ThreadCrew(posts, past);
    }

    /// Runs one batch on the calling thread.
    List<Runs.Bits> run(Function<Assembled, Crew> maker, List<int[]> prompts, int tokens) throws InterruptedException {
        crew = maker.apply(this);
        Coordinator coordinator = new Coordinator(model, partition, settings.policy(), options, crew, desk, ledger,
                new AuditLog(AuditSink.NONE), Federation.MAX_ROWS);
        Batch batch = new Batch(prompts, tokens, Federation.MAX_ROWS);
        try {
            coordinator.begin(batch.positions());
            long number = 0;
            for (int token = 0; token < tokens; token++) {
                List<Step> steps = token == 0 ? batch.prefill(number) : batch.decode(number, token);
                number += steps.size();
                for (Step step : steps) {
                    batch.grow(step, coordinator.forward(step), RunListener.NONE);
                }
            }
            coordinator.drain();
            return batch.streams().stream().map(Runs.Bits::of).toList();
        } finally {
            desk.stop();
            crew.stop();
            crew.close();
        }
    }
}
