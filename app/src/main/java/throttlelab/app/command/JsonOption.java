package throttlelab.app.command;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.files.SafeFiles;
import tools.jackson.core.JsonGenerator;

/// The option `--json`, which every command has.
final class JsonOption {

    @Option(names = "--json", paramLabel = "FILE", order = 90,
            description = "Write the same result as JSON into FILE, for programs.")
    private Path file;

    /// Makes sure that the file can be written, before the work.
    ///
    /// @throws throttlelab.engine.RunException if not
    void check() {
        // A device or a pipe needs no folder that can be written.
        if (file != null && (!Files.exists(file) || Files.isRegularFile(file))) {
            SafeFiles.requireWritable(file.toAbsolutePath().getParent());
        }
    }

    /// Writes the members of a JSON object, if a program asked for them.
    ///
    /// @throws throttlelab.engine.RunException if that fails
    void write(Consumer<JsonGenerator> members) {
        if (file != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = JsonOutput.to(bytes)) {
                json.writeStartObject();
                members.accept(json);
                json.writeEndObject();
                json.writeRaw('\n');
            }
            SafeFiles.write(file, bytes::writeTo);
        }
    }

    /// The file, if a program asked for one.
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}
