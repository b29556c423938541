package throttlelab.app.command;

import java.nio.file.Path;
import java.util.List;
import throttlelab.app.host.Folders;
import throttlelab.engine.bet.Baselines;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.recording.Recording;

/// Where what comes with the program lies in the samples folder.
final class Samples {

    private Samples() {
    }

    static Path model(Folders folders) {
        return folders.samples().resolve("fractalmoe-30m");
    }

    static Path prompts(Folders folders) {
        return folders.samples().resolve("prompts").resolve("bet45.jsonl");
    }

    static Criteria criteria(Folders folders) {
        return Criteria.read(folders.samples().resolve("bet").resolve("45_throttle.criteria.json"));
    }

    static List<Recording> baselines(Folders folders) {
        return Baselines.in(folders.samples().resolve("baselines"));
    }
}
