package throttlelab.app.summary;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.DifferenceMap;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.Margins;
import throttlelab.engine.comparison.Mark;
import throttlelab.engine.comparison.UlpHistogram;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.divergence.PartedStage;
import throttlelab.engine.comparison.divergence.PathStep;
import throttlelab.engine.recording.AuditedStage;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// How far apart two files are and where they part, for a program.
public final class DivergenceJson {

    private final JsonGenerator json;

    private DivergenceJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes `distances`, `margins` and, where there is a divergence, `divergence` into the object that is open.
    public static void write(JsonGenerator json, FileComparison comparison, Optional<LocatedPair> located) {
        DivergenceJson writer = new DivergenceJson(json);
        writer.distances(comparison);
        writer.margins(comparison);
        located.ifPresent(writer::divergence);
    }

    private void distances(FileComparison comparison) {
        json.writeArrayPropertyStart("distances");
        for (UlpHistogram.Bucket bucket : UlpHistogram.of(comparison.pairs().stream()
                .map(FileComparison.Pair::comparison).toList()).buckets()) {
            json.writeStartObject();
            json.writeNumberProperty("least_ulps", bucket.least());
            json.writeNumberProperty("most_ulps", bucket.most());
            json.writeNumberProperty("positions", bucket.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void margins(FileComparison comparison) {
        json.writeArrayPropertyStart("margins");
        for (FileComparison.Pair pair : comparison.pairs()) {
            if (pair.comparison().totals().verdict() != Verdict.STRICT) {
                DifferenceMap map = DifferenceMap.of(pair.comparison());
                for (Mark mark : List.of(Mark.TOKEN, Mark.LOGPROB, Mark.EQUAL)) {
                    Margins.at(map, mark).ifPresent(margins -> margins(pair, map, mark, margins));
                }
            }
        }
        json.writeEndArray();
    }

    private void margins(FileComparison.Pair pair, DifferenceMap map, Mark mark, Margins margins) {
        json.writeStartObject();
        profiles(pair);
        json.writeStringProperty("mark", mark.name());
        json.writeNumberProperty("positions", margins.positions());
        json.writeNumberProperty("known", margins.known());
        json.writeNumberProperty("least", margins.least());
        json.writeNumberProperty("lower_quartile", margins.lowerQuartile());
        json.writeNumberProperty("median", margins.median());
        json.writeNumberProperty("upper_quartile", margins.upperQuartile());
        json.writeNumberProperty("most", margins.most());
        json.writeStringProperty("nearest_prompt_id", map.stream(map.prompt(margins.nearest())).promptId());
        json.writeNumberProperty("nearest_position", map.position(margins.nearest()));
        json.writeEndObject();
    }

    private void profiles(FileComparison.Pair pair) {
        json.writeStringProperty("a_profile", pair.expected().profile());
        json.writeStringProperty("b_profile", pair.actual().profile());
    }

    private void divergence(LocatedPair located) {
        DivergencePath path = located.path();
        json.writeObjectPropertyStart("divergence");
        profiles(located.pair());
        json.writeStringProperty("outcome", path.outcome().name());
        path.visible().ifPresent(visible -> {
            json.writeStringProperty("prompt_id", visible.promptId());
            json.writeNumberProperty("position", visible.diff().position());
        });
        path.stage().ifPresent(this::stage);
        json.writeArrayPropertyStart("steps");
        path.steps().forEach(this::step);
        json.writeEndArray();
        RecordingJson.texts(json, "remarks", path.remarks());
        json.writeEndObject();
    }

    private void step(PathStep step) {
        json.writeStartObject();
        json.writeStringProperty("level", step.level().name());
        json.writeStringProperty("value", step.value());
        json.writeStringProperty("sentence", step.sentence());
        json.writeStringProperty("source", step.source().name());
        json.writeEndObject();
    }

    private void stage(PartedStage stage) {
        json.writeObjectPropertyStart("stage");
        json.writeStringProperty("cause", stage.cause().name());
        json.writeNumberProperty("token", stage.token());
        json.writeNumberProperty("layer", stage.layer());
        json.writeStringProperty("kind", stage.kind().id());
        side("a", stage.a());
        side("b", stage.b());
        json.writeArrayPropertyStart("parted");
        for (PartedStage.Parted parted : stage.parted()) {
            json.writeStartObject();
            json.writeNumberProperty("slot", parted.slot());
            parted.worker().ifPresent(worker -> json.writeNumberProperty("worker", worker));
            parted.a().ifPresent(contribution -> contribution("a", contribution));
            parted.b().ifPresent(contribution -> contribution("b", contribution));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void side(String name, PartedStage.Side side) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("step", side.step());
        json.writeStringProperty("source", side.source().name());
        side.stage().ifPresent(stage -> {
            json.writeStringProperty("input", stage.input().toString());
            json.writeNumberProperty("contributions", stage.contributions().size());
        });
        json.writeArrayPropertyStart("arrivals");
        side.arrivals().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void contribution(String name, AuditedStage.Contribution contribution) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("address", contribution.address().toString());
        json.writeStringProperty("checksum", HexFormat.of().toHexDigits(contribution.checksum()));
        json.writeEndObject();
    }
}
