package throttlelab.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Damaged files of all formats are read, or refused in one sentence that names the file; nothing else ever happens.
///
/// `-Dfuzz.files=20000` damages more of them, `-Dfuzz.seed=N` in other ways.
class FuzzTest {

    private static final int PART = 600;
    private static final int FILES = Integer.getInteger("fuzz.files", PART);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_123);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path KEPT = Path.of("target", "fuzz");
    private static final Map<FuzzedFormat, byte[]> SAMPLES =
            Arrays.stream(FuzzedFormat.values()).collect(Collectors.toMap(Function.identity(), FuzzedFormat::sample));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aDamagedFileIsReadOrRefusedInASentence(FuzzedFormat format) throws IOException {
        byte[] sample = SAMPLES.get(format);
        assertThat(refusal(format, sample)).as("the sample itself").isEmpty();
        int refused = 0;
        int files = Math.ceilDiv(FILES, SAMPLES.size());
        for (int i = 0; i < files; i++) {
            long seed = SEED * 1_000_003 + format.ordinal() * 100_000_007L + i;
            byte[] other = SAMPLES.get(FuzzedFormat.values()[i % SAMPLES.size()]);
            byte[] damaged = Mutator.damaged(sample, other, seed);
            // Every third file of ours keeps a digest that does not hold.
            refused += tried(format, i, format.sealed() && i % 3 > 0 ? FuzzedFormat.sealed(damaged) : damaged) ? 1 : 0;
        }
        if (FILES > PART) {
            System.out.println(format + ": " + files + " files, " + refused + " refused, " + (files - refused) + " read");
        }
        assertThat(refused).as("refused of %d", files).isPositive().isLessThan(format.proven() ? files + 1 : files);
    }

    /// Whether it is refused. What comes to something else is kept, to be looked at.
    private boolean tried(FuzzedFormat format, int number, byte[] bytes) throws IOException {
        try {
            return refusal(format, bytes).isPresent();
        } catch (Throwable e) {
            Path kept = Files.write(Files.createDirectories(KEPT).resolve(format + "-" + number), bytes);
            throw new AssertionError(kept + " of " + format + ": " + e, e);
        }
    }

    private Optional<String> refusal(FuzzedFormat format, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(format.fileName()), bytes);
        return Refusal.of(file, PATIENCE, () -> format.read(file));
    }
}
