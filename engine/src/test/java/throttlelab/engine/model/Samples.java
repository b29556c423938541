package throttlelab.engine.model;

import java.nio.file.Path;

/// Where the files that come with the lab lie.
final class Samples {

    static final Path FOLDER = Path.of(System.getProperty("throttlelab.samples", "../samples"));
    static final Path MODEL = FOLDER.resolve("fractalmoe-30m");
    static final Path PROMPTS = FOLDER.resolve("prompts/bet45.jsonl");

    private Samples() {
    }
}
