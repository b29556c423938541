package throttlelab.app.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import throttlelab.app.host.Folders;

/// The published schemas of what commands write for programs.
public final class Schemas {

    private Schemas() {
    }

    public static void assertValid(String name, Path json) {
        Path schema = Path.of(System.getProperty(Folders.SAMPLES), "schemas", name + ".schema.json");
        try {
            assertValid(name, Files.readString(schema), Files.readString(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertValid(String name, String schema, String json) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
                .validate(json, InputFormat.JSON)).as("errors by the schema %s", name).isEmpty();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema)
                .validate(json.replaceFirst("/\\d+\"", "/99\""), InputFormat.JSON)).as("another version").isNotEmpty();
    }
}
