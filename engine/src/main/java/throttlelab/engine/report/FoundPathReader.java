package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.divergence.Level;
import throttlelab.engine.comparison.divergence.PathStep;
import throttlelab.engine.comparison.divergence.Source;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.words.Sentence;

/// Reads the way to a difference that a report carries, while its members come.
final class FoundPathReader {

    private static final int MOST_STEPS = 100;

    private final JsonStream json;
    private final List<PathStep> steps = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private int pair;
    private String promptId;
    private int position = -1;

    FoundPathReader(JsonStream json) {
        this.json = json;
    }

    void member(String key) {
        switch (key) {
            case "pair" -> pair = json.integer(0, Integer.MAX_VALUE);
            case "prompt_id" -> promptId = json.text();
            case "position" -> position = json.integer(0, Integer.MAX_VALUE);
            case "steps" -> json.array(this::step);
            case "remarks" -> json.array(() -> remarks.add(json.text()));
            default -> { }
        }
    }

    private void step() {
        String[] parts = new String[4];
        json.object(key -> {
            switch (key) {
                case "level" -> parts[0] = one(Level.values());
                case "value" -> parts[1] = json.text();
                case "sentence" -> parts[2] = json.text();
                case "source" -> parts[3] = one(new Source[] {Source.LOG, Source.RUN_AGAIN});
                default -> { }
            }
        });
        for (String part : parts) {
            if (part == null || steps.size() == MOST_STEPS) {
                throw json.wrong(Sentence.of("report.this-is-no-step-of"), Sentence.of("report.use-the-report-as-it"));
            }
        }
        steps.add(new PathStep(Level.valueOf(parts[0]), parts[1], parts[2], Source.valueOf(parts[3])));
    }

    private String one(Enum<?>[] known) {
        String text = json.text();
        for (Enum<?> each : known) {
            if (each.name().equals(text)) {
                return text;
            }
        }
        throw json.wrong(Sentence.of("report.this-is-none-of-the"), Sentence.of("report.use-the-report-as-it"));
    }

    FoundPath path() {
        return new FoundPath(pair, promptId == null || position < 0 ? Optional.empty()
                : Optional.of(new FoundPath.Place(promptId, position)), steps, remarks);
    }
}
