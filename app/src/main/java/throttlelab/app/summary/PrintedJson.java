package throttlelab.app.summary;

import java.math.BigDecimal;
import java.util.List;
import throttlelab.engine.comparison.printed.Outputs;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.comparison.printed.PrintedDiff;
import throttlelab.engine.comparison.printed.PrintedPosition;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.PrintedTotalsJson;
import throttlelab.engine.comparison.printed.Question;
import throttlelab.engine.recording.RecordingJson;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Piece;
import throttlelab.engine.recording.foreign.PrintedToken;
import tools.jackson.core.JsonGenerator;

/// Answers of other systems compared, for a program, as `samples/schemas/printed-comparison.schema.json` describes it.
public final class PrintedJson {

    private static final String FORMAT = "throttlelab-printed-comparison/1";

    private PrintedJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, PrintedComparison comparison) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("verdict", comparison.verdict().name());
        RecordingJson.texts(json, "notes", comparison.notes());
        json.writeNumberProperty("alone", comparison.alone());
        totals(json, comparison.totals());
        json.writeArrayPropertyStart("questions");
        comparison.questions().forEach(question -> question(json, question));
        json.writeEndArray();
    }

    private static void totals(JsonGenerator json, PrintedTotals totals) {
        json.writeObjectPropertyStart("totals");
        PrintedTotalsJson.totals(json, totals);
        json.writeEndObject();
    }

    private static void question(JsonGenerator json, Question question) {
        json.writeStartObject();
        json.writeStringProperty("prompt", question.prompt());
        json.writeStringProperty("told_apart_by", question.identity().title());
        json.writeArrayPropertyStart("answers");
        question.answers().forEach(answer -> answer(json, answer));
        json.writeEndArray();
        outputs(json, question.outputs());
        json.writeArrayPropertyStart("diffs");
        for (int i = 0; i < question.diffs().size(); i++) {
            diff(json, i + 1, question.diffs().get(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void answer(JsonGenerator json, Answer answer) {
        json.writeStartObject();
        json.writeStringProperty("name", answer.name());
        json.writeStringProperty("format", answer.format().title());
        json.writeStringProperty("model", answer.model());
        json.writeStringProperty("numbers", answer.scale().title());
        json.writeNumberProperty("decimals", answer.decimals());
        json.writeNumberProperty("tokens", answer.length());
        json.writeStringProperty("ending", answer.ending().name());
        json.writeEndObject();
    }

    private static void outputs(JsonGenerator json, Outputs outputs) {
        json.writeNumberProperty("unique_outputs", outputs.unique().size());
        json.writeArrayPropertyStart("outputs");
        for (int i = 0; i < outputs.unique().size(); i++) {
            json.writeStartObject();
            places(json, outputs.unique().get(i));
            json.writeNumberProperty("printings", outputs.printings().get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("cut_short");
        outputs.cutShort().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("partings");
        outputs.partings().forEach(parting -> {
            json.writeStartObject();
            json.writeNumberProperty("position", parting.position());
            json.writeArrayPropertyStart("branches");
            parting.branches().forEach(branch -> {
                json.writeStartObject();
                piece(json, branch.piece());
                places(json, branch.answers());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void places(JsonGenerator json, List<Integer> answers) {
        json.writeArrayPropertyStart("answers");
        answers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void diff(JsonGenerator json, int answer, PrintedDiff diff) {
        json.writeStartObject();
        json.writeNumberProperty("a", 0);
        json.writeNumberProperty("b", answer);
        totals(json, diff.totals());
        if (diff.first().isPresent()) {
            json.writeObjectPropertyStart("first");
            position(json, diff.first().get());
            json.writeEndObject();
        } else {
            json.writeNullProperty("first");
        }
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, PrintedPosition at) {
        json.writeNumberProperty("position", at.position());
        json.writeStringProperty("kind", at.kind().name());
        token(json, "a", at.a());
        token(json, "b", at.b());
        number(json, "distance", at.distance());
    }

    private static void token(JsonGenerator json, String name, PrintedToken token) {
        if (token == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        piece(json, token.piece());
        text(json, "printed", token.number());
        json.writeEndObject();
    }

    private static void piece(JsonGenerator json, Piece piece) {
        if (piece == null) {
            json.writeNullProperty("token");
            return;
        }
        json.writeObjectPropertyStart("token");
        if (piece.id() >= 0) {
            json.writeNumberProperty("id", piece.id());
        }
        text(json, "hex", piece.hex());
        text(json, "text", piece.text());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, BigDecimal number) {
        if (number == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, number);
        }
    }

    private static void text(JsonGenerator json, String name, String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }
}
