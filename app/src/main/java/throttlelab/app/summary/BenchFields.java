package throttlelab.app.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import throttlelab.app.bench.Sample;
import tools.jackson.core.JsonGenerator;

/// Measured numbers for a program.
final class BenchFields {

    private static final MathContext DIGITS = new MathContext(6);

    private BenchFields() {
    }

    static void sample(JsonGenerator json, String name, Sample sample) {
        json.writeObjectPropertyStart(name);
        members(json, sample);
        json.writeEndObject();
    }

    static void members(JsonGenerator json, Sample sample) {
        number(json, "median", sample.median());
        number(json, "min", sample.min());
        number(json, "max", sample.max());
        json.writeNumberProperty("runs", sample.runs());
    }

    static void number(JsonGenerator json, String name, double value) {
        json.writeNumberProperty(name, new BigDecimal(value, DIGITS));
    }
}
