package throttlelab.engine.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import throttlelab.engine.InputException;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ForgedResults;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.printed.Pairing;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.lesson.Lesson;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.model.Tokenizer;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.engine.recording.foreign.RecordedAnswers;
import throttlelab.engine.report.ReportFormat;
import throttlelab.engine.report.Reports;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.ReportProgress;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.report.html.HtmlReport;
import throttlelab.engine.report.verify.Finding;
import throttlelab.engine.report.verify.Verifier;
import throttlelab.engine.throttle.Profiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the lab reads, each with a small sample and its reader.
enum FuzzedFormat {

    RECORDING("baselines/fractalmoe-30m-none.json", "r.json", FuzzedFormat::own),
    RESULT("bet/45_throttle.batch-1.json", "r.json", FuzzedFormat::own),
    CRITERIA("bet/45_throttle.criteria.json", "c.json", Criteria::read),
    PROFILE("profiles/train-ride.json", "p.json", file -> Profiles.of(file.toString())),
    PROMPTS("prompts/bet45.jsonl", "p.jsonl", Prompts::read),
    LESSON("lessons/5-addition-order.md", "l.md", Lesson::read),
    CHAT("foreign/openai-chat.json", "f.json", FuzzedFormat::foreign),
    COMPLETIONS("foreign/vllm-completions.json", "f.json", FuzzedFormat::foreign),
    LLAMA_CPP("foreign/llama-cpp.json", "f.json", FuzzedFormat::foreign),
    LLAMA_CPP_OLD("foreign/llama-cpp-old.json", "f.json", FuzzedFormat::foreign),
    LINES("foreign/vllm-three-runs.jsonl", "f.jsonl", FuzzedFormat::foreign),
    CONFIG("fractalmoe-30m/config.json", "config.json", file -> tokenizer(file, "tokenizer.json")),
    TOKENIZER("fractalmoe-30m/tokenizer.json", "tokenizer.json", file -> tokenizer(file, "config.json")),
    REPORT_JSON(ReportFormat.JSON, false),
    REPORT_HTML(ReportFormat.HTML, false),
    REPORT_PDF(ReportFormat.PDF, false),
    PRINTED_REPORT_JSON(ReportFormat.JSON, true),
    PRINTED_REPORT_HTML(ReportFormat.HTML, true);

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int RUNS = 2;
    private static final int TOKENS = 6;
    private static final int PROMPT_LINES = 12;

    private final Path sample;
    private final ReportFormat report;
    private final String name;
    private final Consumer<Path> reader;

    FuzzedFormat(String sample, String name, Consumer<Path> reader) {
        this.sample = Path.of(sample);
        this.report = null;
        this.name = name;
        this.reader = reader;
    }

    /// A report; its sample is written when it is asked for.
    FuzzedFormat(ReportFormat report, boolean printed) {
        this.sample = printed ? Path.of("foreign/vllm-three-runs.jsonl") : null;
        this.report = report;
        this.name = "r." + report.ending();
        this.reader = FuzzedFormat::verified;
    }

    /// What a file of it is called.
    String fileName() {
        return name;
    }

    /// Reads a file, and does with it what may follow.
    void read(Path file) {
        reader.accept(file);
    }

    /// Whether its files carry a digest.
    boolean sealed() {
        return this == RECORDING || this == RESULT || report != null;
    }

    /// Whether a change is found, whatever it is: everything in a report follows from something else, or is sealed.
    boolean proven() {
        return report != null;
    }

    /// A sample that is small, so that a change meets every part of it before long.
    byte[] sample() {
        try {
            if (report != null) {
                return report();
            }
            byte[] bytes = Files.readAllBytes(SAMPLES.resolve(sample));
            if (sealed()) {
                return shortened(bytes);
            }
            return this == PROMPTS ? lines(new String(bytes, StandardCharsets.UTF_8)) : bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file sealed anew, if there is a place for the digest; damage is then not simply found by it.
    static byte[] sealed(byte[] bytes) {
        byte[] sealed = bytes.clone();
        try {
            if (sealed.length > 0 && sealed[0] == '<') {
                HtmlReport.SEAL.seal(sealed);
            } else {
                SelfDigest.seal(sealed);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Its seal is damaged itself.
            return bytes;
        }
        return sealed;
    }

    private byte[] report() throws IOException {
        Path file = Files.createTempFile("throttlelab-fuzz", name);
        Source source = sample == null ? new Source("r.json", ForgedResults.catastrophic())
                : new Source("f.jsonl", Files.readAllBytes(SAMPLES.resolve(sample)));
        Reports.write(Reports.of(new ReportInputs(List.of(source), new TreeMap<>(), false, false)), report, file,
                ReportProgress.NONE, () -> false);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        return bytes;
    }

    /// What is found counts as a refusal, in a sentence that names the file.
    private static void verified(Path file) {
        for (Finding finding : Verifier.inspect(file).findings()) {
            throw new InputException(file + ", " + finding);
        }
    }

    private static void own(Path file) {
        RecordedRuns runs = RecordingFile.readAny(file);
        FileComparison.of(runs, runs);
        RecordedAnswers.of(runs, ShippedTokenizer.IT);
    }

    /// Loaded once.
    private static final class ShippedTokenizer {

        private static final Tokenizer IT = Tokenizer.load(SAMPLES.resolve("fractalmoe-30m"));
    }

    private static void foreign(Path file) {
        ForeignFile.isForeign(file);
        Answers answers = ForeignFile.read(file);
        Answers sample = ForeignFile.read(SAMPLES.resolve("foreign/openai-chat.json"));
        PrintedComparison.of(List.of(answers, sample), Pairing.TOLD);
    }

    /// Reads a tokenizer, of which `file` is one part and the other is as it should be.
    private static void tokenizer(Path file, String other) {
        try {
            if (!Files.exists(file.resolveSibling(other))) {
                Files.copy(SAMPLES.resolve("fractalmoe-30m").resolve(other), file.resolveSibling(other));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Tokenizer.load(file.getParent());
    }

    private static byte[] lines(String text) {
        return String.join("\n", text.lines().limit(PROMPT_LINES).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] shortened(byte[] bytes) {
        ObjectNode file = (ObjectNode) MAPPER.readTree(bytes);
        ArrayNode runs = (ArrayNode) file.get("runs");
        while (runs.size() > RUNS) {
            runs.remove(RUNS);
        }
        runs.forEach(FuzzedFormat::shorten);
        return sealed(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
    }

    private static void shorten(JsonNode node) {
        for (String key : node.propertyNames()) {
            JsonNode member = node.get(key);
            if (member instanceof ArrayNode array && Set.of("tokens", "logprobs", "logprob_bits", "margins")
                    .contains(key)) {
                while (array.size() > TOKENS) {
                    array.remove(TOKENS);
                }
            } else if (member.isObject()) {
                shorten(member);
            }
        }
    }
}
