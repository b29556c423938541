package throttlelab.engine.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import throttlelab.engine.comparison.ComparisonJson;
import throttlelab.engine.comparison.divergence.PathStep;
import throttlelab.engine.comparison.printed.PrintedTotalsJson;
import throttlelab.engine.recording.RecordingJson;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.FoundPath;
import throttlelab.engine.report.content.Judged;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Source;
import throttlelab.engine.seal.SealedJson;
import tools.jackson.core.JsonGenerator;

/// Reports as JSON, as `samples/schemas/report.schema.json` describes it; it is read by [ReportReader].
public final class ReportJson {

    private static final MathContext BOUND_DIGITS = new MathContext(6);

    private final Report report;
    private final JsonGenerator json;

    private ReportJson(Report report, JsonGenerator json) {
        this.report = report;
        this.json = json;
    }

    /// The sealed document: its digest is that of the report, whatever it is written as.
    public static byte[] of(Report report) {
        return SealedJson.of(json -> new ReportJson(report, json).members());
    }

    private void members() {
        json.writeStringProperty("format", Report.FORMAT);
        json.writeNumberProperty("layout", Report.LAYOUT);
        json.writeStringProperty("title", report.title());
        report.created().ifPresentOrElse(created -> json.writeStringProperty("created", created.toString()),
                () -> json.writeNullProperty("created"));
        json.writeStringProperty("verdict", report.judged().id());
        json.writeStringProperty("words", report.words());
        RecordingJson.texts(json, "reasons", report.reasons());
        json.writeObjectPropertyStart("totals");
        switch (report.judged()) {
            case Judged.Bits bits -> ComparisonJson.totals(json, bits.totals());
            case Judged.Printed printed -> PrintedTotalsJson.totals(json, printed.totals());
        }
        json.writeEndObject();
        if (Double.isNaN(report.judged().bound95())) {
            json.writeNullProperty("bound_95");
        } else {
            json.writeNumberProperty("bound_95", new BigDecimal(report.judged().bound95(), BOUND_DIGITS));
        }
        json.writeArrayPropertyStart("sections");
        report.sections().forEach(this::section);
        json.writeEndArray();
        inputs();
    }

    private void section(Section section) {
        json.writeStartObject();
        json.writeStringProperty("id", section.id());
        json.writeStringProperty("title", section.title());
        json.writeArrayPropertyStart("blocks");
        section.blocks().forEach(block -> {
            json.writeStartObject();
            block(block);
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(String text, boolean aside) -> {
                json.writeStringProperty("kind", aside ? "aside" : "paragraph");
                json.writeStringProperty("text", text);
            }
            case Block.Items(String heading, Block.Mark mark, List<String> items) -> {
                json.writeStringProperty("kind", "list");
                json.writeStringProperty("heading", heading);
                RecordingJson.texts(json, "items", items);
            }
            case Block.Facts(List<Block.Fact> facts) -> {
                json.writeStringProperty("kind", "facts");
                json.writeArrayPropertyStart("facts");
                facts.forEach(fact -> {
                    json.writeStartArray();
                    json.writeString(fact.name());
                    json.writeString(fact.value());
                    json.writeEndArray();
                });
                json.writeEndArray();
            }
            case Block.Table table -> table(table);
            case Block.Chart chart -> {
                json.writeStringProperty("kind", "chart");
                json.writeStringProperty("caption", chart.caption());
                json.writeStringProperty("words", chart.words());
            }
            case Block.Code(List<String> lines) -> {
                json.writeStringProperty("kind", "commands");
                RecordingJson.texts(json, "lines", lines);
            }
        }
    }

    private void table(Block.Table table) {
        json.writeStringProperty("kind", "table");
        json.writeStringProperty("caption", table.caption());
        RecordingJson.texts(json, "columns", table.columns().stream().map(Column::heading).toList());
        json.writeArrayPropertyStart("rows");
        for (List<String> row : table.rows()) {
            json.writeStartArray();
            row.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void inputs() {
        ReportInputs inputs = report.inputs();
        json.writeObjectPropertyStart("inputs");
        json.writeBooleanProperty("shipped_model", inputs.shippedModel());
        json.writeBooleanProperty("shipped_prompts", inputs.shippedPrompts());
        texts("vocabulary", inputs.vocabulary());
        inputs.path().ifPresent(this::path);
        if (inputs.foreign()) {
            json.writeObjectPropertyStart("printed");
            json.writeBooleanProperty("by_line", inputs.printed().pairing().byLine());
            if (inputs.printed().pairing().promptId() != null) {
                json.writeStringProperty("prompt", inputs.printed().pairing().promptId());
            }
            texts("token_bytes", inputs.printed().bytes());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("sources");
        inputs.sources().forEach(this::source);
        json.writeEndArray();
    }

    private void texts(String name, Map<Integer, String> byToken) {
        json.writeArrayPropertyStart(name);
        byToken.forEach((token, text) -> {
            json.writeStartArray();
            json.writeNumber(token);
            json.writeString(text);
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private void path(FoundPath path) {
        json.writeObjectPropertyStart("path");
        json.writeNumberProperty("pair", path.pair());
        path.visible().ifPresent(place -> {
            json.writeStringProperty("prompt_id", place.promptId());
            json.writeNumberProperty("position", place.position());
        });
        json.writeArrayPropertyStart("steps");
        for (PathStep step : path.steps()) {
            json.writeStartObject();
            json.writeStringProperty("level", step.level().name());
            json.writeStringProperty("value", step.value());
            json.writeStringProperty("sentence", step.sentence());
            json.writeStringProperty("source", step.source().name());
            json.writeEndObject();
        }
        json.writeEndArray();
        RecordingJson.texts(json, "remarks", path.remarks());
        json.writeEndObject();
    }

    private void source(Source source) {
        json.writeStartObject();
        json.writeStringProperty("name", source.name());
        if (source.foreign()) {
            RecordingJson.texts(json, "text", TextPieces.of(source.text()));
        } else {
            // As it stands, so that its own digest holds here, too.
            json.writeName("document");
            json.writeRawValue(source.document());
        }
        json.writeEndObject();
    }
}
