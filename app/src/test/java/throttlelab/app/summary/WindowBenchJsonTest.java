package throttlelab.app.summary;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.bench.Frames;
import throttlelab.app.bench.Sample;
import throttlelab.app.bench.WindowResult;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import tools.jackson.core.JsonGenerator;

class WindowBenchJsonTest {

    private static final Environment ENVIRONMENT = new Environment("Linux 6", "amd64", "a processor", 2, 1 << 30, "25",
            "somebody", "a VM 25", List.of("-Xmx1g"), List.of("Serial"), "scalar");
    private static final Frames FRAMES = Frames.of(16_000_000, 17_000_000, 30_000_000);

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenFitsItsSchema() throws IOException {
        fits(Optional.of(FRAMES), Optional.of(Sample.of(0.01, 0.02)), Optional.of("sw"));
        fits(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private void fits(Optional<Frames> fullSpeed, Optional<Sample> idle, Optional<String> pipelines) throws IOException {
        Sha256 digest = new Sha256(1, 2, 3, 4);
        Path file = folder.resolve("bench.json");
        try (OutputStream out = Files.newOutputStream(file); JsonGenerator json = JsonOutput.to(out)) {
            json.writeStartObject();
            WindowBenchJson.write(json, new WindowResult(ENVIRONMENT, new ModelIdentity("m", 7, digest, digest),
                    new WindowResult.Screen(1600, 1000, 1280, 800, false, pipelines), 50, Sample.of(100, 200),
                    Sample.of(90), fullSpeed, 35, FRAMES, idle));
            json.writeEndObject();
        }
        Schemas.assertValid("bench-window", file);
    }
}
