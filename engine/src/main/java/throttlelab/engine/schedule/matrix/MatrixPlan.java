package throttlelab.engine.schedule.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.DeliveryOrder;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.numerics.ScalarKernels;
import throttlelab.engine.numerics.SimdKernels;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.schedule.Orders;
import throttlelab.engine.schedule.matrix.Matrix.Planned;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// The rows of the matrix, and what each runs. A matrix is a file for others, so its words are English; the window knows
/// them again by [MatrixRow#saying(String)].
final class MatrixPlan {

    private static final int SHUFFLES = 3;
    private static final List<ThrottleProfile> THROTTLED = Profiles.builtIn().stream()
            .filter(profile -> profile != Profiles.NONE).toList();

    private final Cell full;
    /// For what is slow: the loops of the contract as they are printed, and the first-tier compiler.
    private final Cell small;
    /// For what is slower still: the interpreter, and no instruction for a fused multiply-add.
    private final Cell tiny;
    private final List<Planned> rows = new ArrayList<>();

    private MatrixPlan(int prompts, int tokens) {
        full = new Cell(prompts, tokens);
        small = new Cell(Math.min(4, prompts), Math.min(4, tokens));
        tiny = new Cell(1, Math.min(2, tokens));
    }

    static List<Planned> rows(int prompts, int tokens, List<Recording> baselines) {
        MatrixPlan plan = new MatrixPlan(prompts, tokens);
        plan.here();
        plan.machines();
        plan.twoAtOnce();
        plan.baselines(baselines);
        return List.copyOf(plan.rows);
    }

    private void here() {
        FederationOptions options = FederationOptions.DEFAULT;
        FederationSettings usual = FederationSettings.DEFAULT;
        add("throttle", Sentence.of("matrix.throttle",
                THROTTLED.stream().map(ThrottleProfile::name).collect(Collectors.joining(", "))),
                each(full), matrix -> {
            List<Recording> recordings = new ArrayList<>();
            for (ThrottleProfile profile : THROTTLED) {
                recordings.add(matrix.record(options, usual, profile, full));
            }
            return recordings;
        });
        add("arrival-order", Sentence.of("matrix.order", SHUFFLES),
                each(full), matrix -> {
            List<DeliveryOrder> orders = new ArrayList<>(List.of(DeliveryOrder.SLOT_ORDER, DeliveryOrder.REVERSED));
            IntStream.range(0, SHUFFLES).mapToObj(MatrixPlan::shuffled).forEach(orders::add);
            List<Recording> recordings = new ArrayList<>();
            for (DeliveryOrder order : orders) {
                recordings.add(matrix.record(options.withOrder(order), usual, Profiles.NONE, full));
            }
            return recordings;
        });
        for (int batch : List.of(1, 7, 100)) {
            Cell cell = new Cell(full.prompts(), full.tokens(), batch);
            add("batch-" + batch, Sentence.of("matrix.batch", batch), cell, matrix -> matrix.record(options, usual,
                    Profiles.NONE, cell));
        }
        for (int workers : List.of(1, 2, 4, 8)) {
            add("workers-" + workers, Sentence.of("matrix.workers", workers), full, matrix -> matrix.record(options,
                    settings(PartitionKind.SLICED, workers), Profiles.NONE, full));
        }
        for (PartitionKind partition : PartitionKind.values()) {
            add("partition-" + partition.id(), Sentence.of("matrix.partition", partition.id()), full,
                    matrix -> matrix.record(options,
                    settings(partition, usual.workers()), Profiles.NONE, full));
        }
        add("scalar", Sentence.of("matrix.scalar"), small,
                matrix -> matrix.record(options.withKernels(new ScalarKernels()), usual, Profiles.NONE, small));
        add("simd", Sentence.of("matrix.simd"), full,
                matrix -> matrix.record(options.withKernels(new SimdKernels()), usual, Profiles.NONE, full));
    }

    private void machines() {
        child("interpreter", Sentence.of("matrix.interpreter"), tiny, "-Xint");
        child("c1", Sentence.of("matrix.c1"), small, "-XX:TieredStopAtLevel=1");
        child("c2", Sentence.of("matrix.c2"), full, "-XX:-TieredCompilation");
        child("avx-0", Sentence.of("matrix.jvm", "UseAVX=0"), tiny, "-XX:UseAVX=0");
        for (int avx = 1; avx <= 3; avx++) {
            child("avx-" + avx, Sentence.of("matrix.jvm", "UseAVX=" + avx), avx == 1 ? tiny : full, "-XX:UseAVX="
                    + avx);
        }
        child("gc-g1", Sentence.of("matrix.collector", "G1"), full, "-XX:+UseG1GC");
        child("gc-serial", Sentence.of("matrix.collector", "Serial"), full, "-XX:+UseSerialGC");
        child("gc-parallel", Sentence.of("matrix.collector", "Parallel"), full, "-XX:+UseParallelGC");
        child("gc-z", Sentence.of("matrix.collector", "ZGC"), full, "-XX:+UseZGC");
        child("heap-400m", Sentence.of("matrix.heap", "400 MB"), full, "-XX:+UseSerialGC", "-Xmx400m");
        child("heap-2g", Sentence.of("matrix.heap", "2 GB"), full, "-XX:+UseSerialGC", "-Xms2g", "-Xmx2g");
        add("jdk", Sentence.of("matrix.jdk"), each(full), matrix -> {
            List<Path> homes = OtherJdks.beside(Path.of(System.getProperty("java.home")), Runtime.version().feature());
            if (homes.isEmpty()) {
                throw new Children.CannotRun(Sentence.of("matrix.no-jdk", Runtime.version().feature()).english());
            }
            List<Recording> recordings = new ArrayList<>();
            for (Path home : homes) {
                recordings.add(matrix.child(new JvmMode(Optional.of(home), List.of()), full));
            }
            return recordings;
        });
    }

    private void twoAtOnce() {
        add("two-at-once", Sentence.of("matrix.two-at-once"), each(full), matrix -> {
            try (Load load = new Load(Runtime.getRuntime().availableProcessors())) {
                return load.twice(() -> matrix.child(JvmMode.of(), full));
            }
        });
    }

    private void baselines(List<Recording> baselines) {
        List<Recording> fitting = baselines.stream().filter(baseline -> !baseline.setup().federation().policy().broken())
                .toList();
        if (fitting.isEmpty()) {
            add("baseline", Sentence.of("matrix.baseline"), Sentence.plain("–"), _ -> {
                throw new Children.CannotRun(Sentence.of("matrix.no-baseline").english());
            });
        }
        for (Recording baseline : fitting) {
            rows.add(new Planned("baseline-" + baseline.id(), Sentence.of("matrix.baseline-of", baseline.id(),
                    words(baseline.environment())).english(), Sentence.of("matrix.as-far", full.words()).english(),
                            false, _ -> List.of(baseline)));
        }
    }

    private interface One {
        Recording run(Matrix matrix) throws InterruptedException;
    }

    private void add(String id, Sentence varied, Cell cell, One one) {
        add(id, varied, cell.words(), matrix -> List.of(one.run(matrix)));
    }

    private static Sentence each(Cell cell) {
        return Sentence.of("matrix.each", cell.words());
    }

    private void add(String id, Sentence varied, Sentence cell, Matrix.Trial trial) {
        rows.add(new Planned(id, varied.english(), cell.english(), true, trial));
    }

    private void child(String id, Sentence varied, Cell cell, String... options) {
        add(id, varied, cell, matrix -> matrix.child(JvmMode.of(options), cell));
    }

    private static FederationSettings settings(PartitionKind partition, int workers) {
        return new FederationSettings(partition, workers, CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL);
    }

    /// Another permutation for every stage, the same ones for the same seed.
    private static DeliveryOrder shuffled(long seed) {
        return (stage, slots) -> Orders.order(new SplittableRandom(seed + 1_000_003 * stage.step()
                + 1_009L * stage.layer() + stage.kind().ordinal()).nextInt(Orders.count(slots)), slots);
    }

    static String words(Environment machine) {
        return Sentence.of("matrix.machine", machine.cpu(), machine.processors(), machine.os(), machine.arch(),
                machine.java()).english();
    }

    /// How a recording ran.
    static String note(Recording recording) {
        Environment machine = recording.environment();
        return machine.kernels() + ", Java " + machine.java()
                + (machine.vmOptions().isEmpty() ? "" : ", " + String.join(" ", machine.vmOptions()));
    }
}
