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

/// The rows of the matrix, and what each runs.
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
        add("throttle", "Throttle: " + THROTTLED.stream().map(ThrottleProfile::name).collect(Collectors.joining(", ")),
                full + ", each", matrix -> {
            List<Recording> recordings = new ArrayList<>();
            for (ThrottleProfile profile : THROTTLED) {
                recordings.add(matrix.record(options, usual, profile, full));
            }
            return recordings;
        });
        add("arrival-order", "Order of arrival: slots, reversed, " + SHUFFLES + " × shuffled at each stage",
                full + ", each", matrix -> {
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
            add("batch-" + batch, "Batch: " + batch, cell, matrix -> matrix.record(options, usual, Profiles.NONE, cell));
        }
        for (int workers : List.of(1, 2, 4, 8)) {
            add("workers-" + workers, "Workers: " + workers, full, matrix -> matrix.record(options,
                    settings(PartitionKind.SLICED, workers), Profiles.NONE, full));
        }
        for (PartitionKind partition : PartitionKind.values()) {
            add("partition-" + partition.id(), "Partition: " + partition.id(), full, matrix -> matrix.record(options,
                    settings(partition, usual.workers()), Profiles.NONE, full));
        }
        add("scalar", "Arithmetic: scalar, as the contract prints it", small,
                matrix -> matrix.record(options.withKernels(new ScalarKernels()), usual, Profiles.NONE, small));
        add("simd", "Arithmetic: SIMD", full,
                matrix -> matrix.record(options.withKernels(new SimdKernels()), usual, Profiles.NONE, full));
    }

    private void machines() {
        child("interpreter", "JVM: interpreter alone", tiny, "-Xint");
        child("c1", "JVM: first compiler alone (C1)", small, "-XX:TieredStopAtLevel=1");
        child("c2", "JVM: second compiler alone (C2)", full, "-XX:-TieredCompilation");
        child("avx-0", "JVM: UseAVX=0", tiny, "-XX:UseAVX=0");
        for (int avx = 1; avx <= 3; avx++) {
            child("avx-" + avx, "JVM: UseAVX=" + avx, avx == 1 ? tiny : full, "-XX:UseAVX=" + avx);
        }
        child("gc-g1", "Garbage collector: G1", full, "-XX:+UseG1GC");
        child("gc-serial", "Garbage collector: Serial", full, "-XX:+UseSerialGC");
        child("gc-parallel", "Garbage collector: Parallel", full, "-XX:+UseParallelGC");
        child("gc-z", "Garbage collector: ZGC", full, "-XX:+UseZGC");
        child("heap-400m", "Heap: 400 MB", full, "-XX:+UseSerialGC", "-Xmx400m");
        child("heap-2g", "Heap: 2 GB", full, "-XX:+UseSerialGC", "-Xms2g", "-Xmx2g");
        add("jdk", "Another JDK", full + ", each", matrix -> {
            List<Path> homes = OtherJdks.beside(Path.of(System.getProperty("java.home")), Runtime.version().feature());
            if (homes.isEmpty()) {
                throw new Children.CannotRun("there is no second JDK of version " + Runtime.version().feature()
                        + " or newer beside the one that runs");
            }
            List<Recording> recordings = new ArrayList<>();
            for (Path home : homes) {
                recordings.add(matrix.child(new JvmMode(Optional.of(home), List.of()), full));
            }
            return recordings;
        });
    }

    private void twoAtOnce() {
        add("two-at-once", "Two runs at once on a loaded machine", full + ", each", matrix -> {
            try (Load load = new Load(Runtime.getRuntime().availableProcessors())) {
                return load.twice(() -> matrix.child(JvmMode.of(), full));
            }
        });
    }

    private void baselines(List<Recording> baselines) {
        List<Recording> fitting = baselines.stream().filter(baseline -> !baseline.setup().federation().policy().broken())
                .toList();
        if (fitting.isEmpty()) {
            add("baseline", "Recorded baseline of another machine", "–", _ -> {
                throw new Children.CannotRun("there is no baseline in the samples");
            });
        }
        for (Recording baseline : fitting) {
            rows.add(new Planned("baseline-" + baseline.id(), "Recorded baseline " + baseline.id() + " of "
                    + words(baseline.environment()), full + ", as far as it goes", false, _ -> List.of(baseline)));
        }
    }

    private interface One {
        Recording run(Matrix matrix) throws InterruptedException;
    }

    private void add(String id, String varied, Cell cell, One one) {
        add(id, varied, cell.toString(), matrix -> List.of(one.run(matrix)));
    }

    private void add(String id, String varied, String cell, Matrix.Trial trial) {
        rows.add(new Planned(id, varied, cell, true, trial));
    }

    private void child(String id, String varied, Cell cell, String... options) {
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
        return machine.cpu() + ", " + machine.processors() + " processors, " + machine.os() + ", " + machine.arch()
                + ", Java " + machine.java();
    }

    /// How a recording ran.
    static String note(Recording recording) {
        Environment machine = recording.environment();
        return machine.kernels() + ", Java " + machine.java()
                + (machine.vmOptions().isEmpty() ? "" : ", " + String.join(" ", machine.vmOptions()));
    }
}
