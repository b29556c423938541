package throttlelab.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import throttlelab.engine.InputException;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.texts.Texts;

/// What the window opens with, out of the samples that come with the program.
final class SampleFiles {

    private SampleFiles() {
    }

    /// The shipped model and prompts, and every recording that might be their baseline, by name.
    ///
    /// @throws InputException if the baselines cannot be listed
    static LabFiles in(Path samples) {
        return new LabFiles(samples.resolve("fractalmoe-30m"), samples.resolve("prompts").resolve("bet45.jsonl"),
                recordings(samples.resolve("baselines")));
    }

    private static List<Path> recordings(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.(json|tlab)")).sorted().toList();
        } catch (IOException e) {
            throw new InputException(Texts.get("window.baselines", folder, e.getMessage()), e);
        }
    }
}
