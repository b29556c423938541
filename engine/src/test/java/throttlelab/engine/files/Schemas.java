package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The published schemas.
public final class Schemas {

    private static final Path FOLDER = Path.of(System.getProperty("throttlelab.samples"), "schemas");
    private static final String END = ".schema.json";

    private Schemas() {
    }

    /// The names of all of them.
    public static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(END, "")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What a schema has against a document.
    public static List<Error> errors(String name, String json) {
        return registry().getSchema(text(name)).validate(json, InputFormat.JSON);
    }

    public static void assertValid(String name, String json) {
        assertThat(errors(name, json)).as("errors by %s%s", name, END).isEmpty();
    }

    /// What the schema of schemas has against one.
    public static List<Error> errorsOfItself(String name) {
        return registry().getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(text(name), InputFormat.JSON);
    }

    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
