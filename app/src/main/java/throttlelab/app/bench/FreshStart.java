package throttlelab.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Starts this program anew, as a person would, and waits for its first token.
final class FreshStart {

    private static final String PROMPT = "The";

    private final List<String> command;

    private FreshStart(List<String> command) {
        this.command = command;
    }

    /// How this program was started, with another command; nothing where it was started in another way, as tests are.
    static Optional<FreshStart> of(Path model) {
        String main = System.getProperty("jdk.module.main");
        String modules = System.getProperty("jdk.module.path");
        if (main == null || modules == null || !main.equals(FreshStart.class.getModule().getName())) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-XX:StartFlightRecording")).forEach(command::add);
        command.addAll(List.of("-p", modules, "-m", main + "/" + System.getProperty("jdk.module.main.class"), "generate",
                PROMPT, "--tokens", "1", "--model", model.toString()));
        return Optional.of(new FreshStart(command));
    }

    /// Milliseconds from the start of the process to its first token; nothing if it could not be started or said nothing.
    OptionalDouble millisToFirstToken() throws InterruptedException {
        try {
            long began = System.nanoTime();
            Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            long first = firstToken(process.getInputStream());
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0 && first > 0 ? OptionalDouble.of((first - began) / 1e6) : OptionalDouble.empty();
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    /// When more has come than the prompt, which is shown first.
    private static long firstToken(InputStream out) throws IOException {
        int bytes = 0;
        while (out.read() >= 0) {
            if (++bytes > PROMPT.getBytes(StandardCharsets.UTF_8).length) {
                return System.nanoTime();
            }
        }
        return 0;
    }
}
