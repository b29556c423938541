package throttlelab.engine.recording.foreign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import throttlelab.engine.model.Tokenizer;
import throttlelab.engine.recording.RecordingFile;

/// The samples that stand in `samples/foreign`, and the answer of ours that they were made from.
public final class ForeignSamples {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    private static final int TOKENS = 24;

    private ForeignSamples() {
    }

    /// The first tokens of the baseline's stream for its first prompt.
    public static Answer ours() {
        Answer whole = recorded().answers().getFirst();
        return new Answer(whole.name(), whole.format(), whole.scale(), whole.model(), whole.promptId(), whole.prompt(),
                Ending.CUT, PrintedTokens.of(whole.tokens().subList(0, TOKENS)));
    }

    /// The baseline.
    public static Answers recorded() {
        return RecordedAnswers.of(RecordingFile.readAny(SAMPLES.resolve("baselines/fractalmoe-30m-none.json")),
                Tokenizer.load(SAMPLES.resolve("fractalmoe-30m")));
    }

    public static Path file(String name) {
        return SAMPLES.resolve("foreign").resolve(name);
    }

    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
