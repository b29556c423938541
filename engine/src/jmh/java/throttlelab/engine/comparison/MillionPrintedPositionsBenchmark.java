package throttlelab.engine.comparison;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.engine.recording.foreign.Vocabulary;

/// Two files of other systems with a million positions each, 2,000 answers × 500 tokens, with the memory that the
/// program has. The first turn of each fork is what a person waits for.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 2, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx720m", "-Xmn96m"})
public class MillionPrintedPositionsBenchmark {

    private static final int ANSWERS = 2_000;
    private static final int TOKENS = 500;
    private static final int VOCABULARY = 30_000;

    /// What the files are like.
    @Param({"chat", "completions"})
    public String format;

    private Path folder;
    private Path a;
    private Path b;

    /// Writes the files.
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("throttlelab-benchmark");
        a = file("a.jsonl", Integer.MAX_VALUE);
        b = file("b.jsonl", 100);
    }

    /// @param every which answers part from the others in the middle
    private Path file(String name, int every) throws IOException {
        Path file = folder.resolve(name);
        SplittableRandom random = new SplittableRandom(45);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                StringBuilder tokens = new StringBuilder();
                StringBuilder numbers = new StringBuilder();
                for (int i = 0; i < TOKENS; i++) {
                    int token = random.nextInt(VOCABULARY);
                    double logprob = (float) Math.log(1 - random.nextDouble());
                    boolean parts = answer % every == 1 && i == TOKENS / 2;
                    String text = " " + Integer.toString(parts ? VOCABULARY : token, Character.MAX_RADIX);
                    token(tokens, numbers, text, logprob, i > 0);
                }
                out.write(line(answer, tokens, numbers));
            }
        }
        return file;
    }

    private void token(StringBuilder tokens, StringBuilder numbers, String text, double logprob, boolean more) {
        if (format.equals("chat")) {
            tokens.append(more ? "," : "").append("{\"token\":\"").append(text).append("\",\"logprob\":").append(logprob)
                    .append(",\"bytes\":").append(bytes(text)).append(",\"top_logprobs\":[]}");
        } else {
            tokens.append(more ? "," : "").append('"').append(text).append('"');
            numbers.append(more ? "," : "").append(logprob);
        }
    }

    private static List<Integer> bytes(String text) {
        return text.chars().boxed().toList();
    }

    private String line(int answer, StringBuilder tokens, StringBuilder numbers) {
        String logprobs = format.equals("chat") ? "{\"content\":[" + tokens + "]}"
                : "{\"tokens\":[" + tokens + "],\"token_logprobs\":[" + numbers + "]}";
        return String.format(Locale.ROOT, "{\"custom_id\":\"%s\",\"choices\":[{\"index\":0,\"logprobs\":%s,"
                + "\"finish_reason\":\"length\"}]}%n", HexFormat.of().toHexDigits(answer), logprobs);
    }

    /// Removes them.
    @TearDown
    public void remove() throws IOException {
        Files.delete(a);
        Files.delete(b);
        Files.delete(folder);
    }

    /// Reading both files side by side, as `compare` does, and comparing them.
    @Benchmark
    public PrintedComparison readAndCompare() {
        Vocabulary vocabulary = new Vocabulary();
        CompletableFuture<Answers> first = CompletableFuture.supplyAsync(() -> ForeignFile.read(a, vocabulary));
        Answers second = ForeignFile.read(b, vocabulary);
        return PrintedComparison.of(List.of(first.join(), second), Pairing.TOLD);
    }
}
