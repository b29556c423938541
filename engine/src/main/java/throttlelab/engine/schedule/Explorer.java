package throttlelab.engine.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.ContributionMemory;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.words.Sentence;

/// Searches seeded throttle profiles under a virtual clock for one that changes what comes out.
///
/// Every stream is compared with that of the same prompt without throttle, under the same policy. Under the real policy
/// all profiles are run; under a broken one the first failure ends the search and is shrunk.
public final class Explorer {

    /// Memory for contributions: those of some dozens of prompts.
    private static final long MEMORY = 256L << 20;

    /// The first prompt that failed under a profile, and what it gave.
    private record Failed(int prompt, Simulation.Bits bits) {
    }

    private final Model model;
    private final List<int[]> prompts;
    private final int tokens;
    private final CombinePolicy policy;
    private final long seed;
    private final int runs;
    private final BooleanSupplier stopped;
    private final ContributionMemory memory;
    private final Simulation simulation;
    private final List<Simulation.Bits> expected = new ArrayList<>();
    private final ConcurrentSkipListMap<Long, Failed> failures = new ConcurrentSkipListMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong different = new AtomicLong();
    private volatile boolean shrinking;

    /// @param prompts token ids of each prompt, begin token first
    /// @param tokens how many to generate after each
    /// @param seed of the first profile
    /// @param runs how many profiles
    /// @param stopped asked again and again whether to end early
    /// @throws UsageException if there is nothing to run
    public Explorer(Model model, List<int[]> prompts, int tokens, CombinePolicy policy, long seed, int runs,
            BooleanSupplier stopped) {
        if (runs < 1 || tokens < 1 || prompts.isEmpty()) {
            throw new UsageException(Sentence.of("schedule.a-search-needs-at-least", runs, prompts.size(), tokens));
        }
        this.model = model;
        this.prompts = List.copyOf(prompts);
        this.tokens = tokens;
        this.policy = policy;
        this.seed = seed;
        this.runs = runs;
        this.stopped = stopped;
        // An address does not bind what a broken policy made of earlier steps.
        this.memory = policy.broken() ? ContributionMemory.NONE : new ContributionMemory(MEMORY);
        this.simulation = new Simulation(model, policy, memory);
    }

    /// How many profiles have been run so far; may be asked by any thread.
    public int done() {
        return done.get();
    }

    /// How many streams so far differ; may be asked by any thread.
    public long different() {
        return different.get();
    }

    /// Whether a failing profile is being shrunk; may be asked by any thread.
    public boolean shrinking() {
        return shrinking;
    }

    /// Searches, on all processors.
    ///
    /// @throws InterruptedException if the calling thread is interrupted
    public ExploreResult run() throws InterruptedException {
        long began = System.nanoTime();
        simulation.run(prompts, tokens, Profiles.NONE, StageObserver.NONE, (prompt, bits) -> expected.add(bits));
        List<Part> parts = Parallel.each(Runtime.getRuntime().availableProcessors(), "explore", _ -> new Part().run());
        long nanos = System.nanoTime() - began;
        OrdersSeen seen = new OrdersSeen(FederationSettings.DEFAULT.workers());
        parts.forEach(part -> seen.add(part.seen));
        return new ExploreResult(policy, seed, runs, done.get(), prompts.size(), tokens,
                (long) done.get() * prompts.size(), different.get(), unique(parts), failure(), seen.count(),
                Orders.count(FederationSettings.DEFAULT.workers()), parts.stream().mapToLong(part -> part.stages).sum(),
                parts.stream().mapToLong(part -> part.simulated).sum(),
                parts.stream().mapToLong(part -> part.stall).sum(), nanos, new ExploreResult.Remembered(memory.hits(),
                        memory.computed(), memory.recomputed(), memory.different()));
    }

    private int unique(List<Part> parts) {
        int most = 0;
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            Set<Sha256> digests = new HashSet<>();
            digests.add(expected.get(prompt).digest(new Hasher()));
            for (Part part : parts) {
                digests.addAll(part.digests.get(prompt));
            }
            most = Math.max(most, digests.size());
        }
        return most;
    }

    /// Arrival order may change bits only; a broken policy that leaves something out is to change a token.
    private boolean tokensOnly() {
        return policy.broken() && !policy.addsInArrivalOrder();
    }

    private Optional<ExploreResult.Failure> failure() throws InterruptedException {
        if (failures.isEmpty()) {
            return Optional.empty();
        }
        shrinking = true;
        long failed = failures.firstKey();
        int prompt = failures.firstEntry().getValue().prompt();
        Simulation.Bits right = expected.get(prompt);
        Simulation.Bits wrong = failures.firstEntry().getValue().bits();
        int position = wrong.firstDifference(right, tokensOnly());
        SeededSchedule schedule = schedule(failed);
        Simulation plain = new Simulation(model, policy, ContributionMemory.NONE);
        List<Slowdown> all = slowdowns(plain, schedule, prompt).stream()
                .filter(slow -> slow.stage().token() <= position).toList();
        Shrinker shrinker = new Shrinker(list -> fails(plain, prompt, position, list));
        List<Slowdown> smallest = shrinker.shrink(all);
        return Optional.of(new ExploreResult.Failure(failed, schedule.name(), prompt, position, right.tokens()[position],
                wrong.tokens()[position], right.logprobs()[position], wrong.logprobs()[position], all.size(),
                fails(plain, prompt, position, smallest) ? smallest : List.of(), shrinker.trials()));
    }

    /// How long each worker was held back at each stage of a prompt, under a profile.
    private List<Slowdown> slowdowns(Simulation plain, SeededSchedule schedule, int prompt) throws InterruptedException {
        SlowdownRecorder recorder = new SlowdownRecorder();
        plain.run(prompts.subList(0, prompt + 1), tokens, schedule, new Watching(schedule, recorder), (number, _) -> {
            if (number < prompt) {
                recorder.clear();
            }
            return true;
        });
        return recorder.slowdowns();
    }

    /// A stop makes everything pass, which ends the shrinking soon.
    private boolean fails(Simulation plain, int prompt, int position, List<Slowdown> list) throws InterruptedException {
        if (stopped.getAsBoolean()) {
            return false;
        }
        SlowdownSchedule schedule = new SlowdownSchedule(list, FederationSettings.DEFAULT.workers());
        Simulation.Bits bits = plain.run(prompts.get(prompt), position + 1, schedule, schedule);
        return bits.firstDifference(expected.get(prompt), tokensOnly()) >= 0;
    }

    private static SeededSchedule schedule(long seed) {
        return new SeededSchedule(seed, FederationSettings.DEFAULT.workers(), Simulation.STAGE_NANOS);
    }

    /// What one thread runs.
    private final class Part {
        private final OrdersSeen seen = new OrdersSeen(FederationSettings.DEFAULT.workers());
        private final List<Set<Sha256>> digests = new ArrayList<>();
        private final Hasher hasher = new Hasher();
        private long stages;
        private long simulated;
        private long stall;

        Part run() throws InterruptedException {
            prompts.forEach(_ -> digests.add(new HashSet<>()));
            for (int run = next.getAndIncrement(); run < runs && goOn(); run = next.getAndIncrement()) {
                one(schedule(seed + run), seed + run);
            }
            return this;
        }

        private boolean goOn() {
            return !stopped.getAsBoolean() && (failures.isEmpty() || !policy.broken());
        }

        private void one(SeededSchedule schedule, long its) throws InterruptedException {
            FederationReport report = simulation.run(prompts, tokens, schedule, new Watching(schedule, seen),
                    (prompt, bits) -> {
                        digests.get(prompt).add(bits.digest(hasher));
                        if (bits.firstDifference(expected.get(prompt), false) >= 0) {
                            different.incrementAndGet();
                        }
                        if (bits.firstDifference(expected.get(prompt), tokensOnly()) >= 0) {
                            failures.putIfAbsent(its, new Failed(prompt, bits));
                        }
                        return true;
                    });
            stages += report.stages();
            if (schedule.kind() == SeededSchedule.Kind.STALL) {
                stall += report.wallNanos();
            } else {
                simulated += report.wallNanos();
            }
            done.incrementAndGet();
        }
    }
}
