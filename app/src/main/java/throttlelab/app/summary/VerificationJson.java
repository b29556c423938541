package throttlelab.app.summary;

import java.util.List;
import throttlelab.engine.recording.RecordingJson;
import throttlelab.engine.report.verify.Finding;
import throttlelab.engine.report.verify.Verification;
import tools.jackson.core.JsonGenerator;

/// What verifying a file came to, for a program.
public final class VerificationJson {

    private static final String FORMAT = "throttlelab-verification/1";

    private VerificationJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, Verification verification) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("file", verification.file().toString());
        json.writeStringProperty("kind", verification.kind());
        json.writeStringProperty("outcome", verification.outcome().name());
        json.writeNumberProperty("positions", verification.positions());
        json.writeNumberProperty("replayed", verification.replayed());
        findings(json, "findings", verification.findings());
        findings(json, "differences", verification.differences());
        RecordingJson.texts(json, "unproven", verification.unproven());
        RecordingJson.texts(json, "checks", verification.checks());
    }

    private static void findings(JsonGenerator json, String name, List<Finding> findings) {
        json.writeArrayPropertyStart(name);
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("place", finding.place());
            json.writeStringProperty("says", finding.says());
            json.writeStringProperty("should", finding.should());
            json.writeStringProperty("because", finding.because());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
