package throttlelab.engine.federation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/// Runs all stress tests, those of the real barrier and mailbox and those of broken ones, and judges: the real ones
/// show no forbidden outcome in at least [#ENOUGH] samples each, and every broken one shows some.
public final class StressTests {

    private static final long ENOUGH = 10_000;
    /// Where the reports go, below the working directory.
    private static final Path FOLDER = Path.of("jcstress");
    /// Minutes, on two processors that others may use, too: there, whoever waits for the other thread must not spin.
    private static final List<String> QUICK =
            List.of("-m", "quick", "-c", "2", "-iters", "3", "-spinStyle", "THREAD_YIELD");
    private static final String PACKAGE = StressTests.class.getPackageName() + ".";

    private StressTests() {
    }

    /// What a test came to, over all ways of compiling it.
    private static final class Count {
        private long samples;
        private long forbidden;
        private final List<String> errors = new ArrayList<>();
    }

    /// @param args options for jcstress, which win over those from here, such as `-m tough`
    public static void main(String[] args) throws Exception {
        boolean right = judge("Real", QUICK, args,
                count -> count.forbidden == 0 && count.samples >= ENOUGH, "holds");
        // One way of compiling both actors together is enough to be caught.
        right &= judge("Broken", Stream.concat(QUICK.stream(), Stream.of("-sc", "false")).toList(), args,
                count -> count.forbidden > 0, "caught");
        if (!right) {
            System.out.println("What jcstress said lies in target/jcstress.");
            System.exit(1);
        }
    }

    private static boolean judge(String kind, List<String> defaults, String[] args, Predicate<Count> rule, String word)
            throws Exception {
        Map<String, Count> counts = run(kind, defaults, args);
        System.out.printf("%n%-44s %14s %12s%n", "jcstress", "samples", "forbidden");
        boolean right = !counts.isEmpty();
        for (Map.Entry<String, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            boolean good = rule.test(count) && count.errors.isEmpty();
            right &= good;
            System.out.printf("%-44s %,14d %,12d  %s%n", entry.getKey(), count.samples, count.forbidden,
                    good ? word : "NOT " + word);
            count.errors.forEach(System.out::println);
        }
        return right;
    }

    /// Runs all tests of a kind; what jcstress prints goes to a file.
    private static Map<String, Count> run(String kind, List<String> defaults, String[] args) throws Exception {
        Path folder = Files.createDirectories(FOLDER.resolve(kind.toLowerCase(Locale.ROOT)));
        String[] all = Stream.concat(Stream.concat(defaults.stream(), Arrays.stream(args)),
                Stream.of("-t", "\\." + kind + "\\w*Stress", "-r", folder.toString() + "/")).toArray(String[]::new);
        Options options = new Options(all);
        if (!options.parse()) {
            throw new IllegalArgumentException("jcstress does not understand " + String.join(" ", args));
        }
        PrintStream out = System.out;
        try (PrintStream log = new PrintStream(Files.newOutputStream(folder.resolve("out.txt")), true,
                StandardCharsets.UTF_8)) {
            System.setOut(log);
            new JCStress(options).run();
        } catch (AssertionError e) {
            // It says so of every forbidden outcome; they are counted below.
        } finally {
            System.setOut(out);
        }
        return counts(options);
    }

    private static Map<String, Count> counts(Options options) throws IOException, ClassNotFoundException {
        InProcessCollector results = new InProcessCollector();
        DiskReadCollector file = new DiskReadCollector(options.getResultFile(), results);
        file.dump();
        file.close();
        Map<String, Count> counts = new TreeMap<>();
        for (TestResult result : results.getTestResults()) {
            String name = result.getName();
            Count count = counts.computeIfAbsent(name.substring(PACKAGE.length()), _ -> new Count());
            count.samples += result.getTotalCount();
            count.forbidden += result.grading().gradingResults.values().stream()
                    .filter(outcome -> outcome.expect == Expect.FORBIDDEN).mapToLong(outcome -> outcome.count).sum();
            if (result.status() != Status.NORMAL) {
                count.errors.add(result.status() + " " + String.join(" ", result.getMessages()));
            }
        }
        return counts;
    }
}
