package throttlelab.app.summary;

import java.nio.file.Path;
import java.util.List;
import throttlelab.app.terminal.Terminal;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// What would run, and on what.
///
/// @param version of the program
/// @param folder of the model
/// @param model the model
/// @param environment the machine
/// @param criteria what was laid down for the bet
/// @param baselines recordings that bets are compared with
/// @param results where results go
/// @param log where the log file goes
public record Info(String version, Path folder, Model model, Environment environment, Criteria criteria,
        List<Recording> baselines, Path results, Path log) {

    private static final String FORMAT = "throttlelab-info/1";
    private static final int DIGITS = 8;

    /// @throws NullPointerException if the list is null or holds null
    public Info {
        baselines = List.copyOf(baselines);
    }

    /// Writes it for a reader at a terminal.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        ModelConfig config = model.config();
        page.entry("Program", "Throttle Lab " + version + ", numbers by " + Kernels.CONTRACT);
        page.entry("Model", model.name() + " in " + folder + ", " + Numbers.count(model.parameters()) + " parameters");
        page.entry("", config.layers() + " layers, width " + config.hiddenSize() + ", " + config.heads() + " heads of "
                + config.headDim() + ", " + config.keyValueHeads() + " key-value heads, " + config.experts()
                + " experts of " + config.expertWidth() + ", top " + config.expertsPerToken() + ", "
                + Numbers.count(config.vocabularySize()) + " tokens, " + Numbers.count(config.maxPositions())
                + " positions");
        page.entry("  digest", model.digest().toString());
        page.entry("Tokenizer", Numbers.count(model.tokenizer().size()) + " tokens");
        page.entry("  digest", model.tokenizerDigest().toString());
        page.entry("Bet", criteria.bet() + ", " + criteria.title() + ": " + criteria.design().prompts() + " prompts × "
                + criteria.design().tokens() + " tokens × " + Numbers.list(criteria.design().profiles()));
        page.entry("  digest", criteria.digest().toString());
        page.entry("Baselines", baselines.isEmpty() ? "none" : Numbers.list(baselines.stream().map(Info::said).toList()));
        page.entry("Machine", environment.cpu() + ", " + Numbers.count(environment.processors(), "processor") + ", "
                + environment.os() + ", " + environment.arch());
        page.entry("Java", environment.java() + " (" + environment.javaVendor() + "), " + environment.vm() + ", "
                + String.join(" ", environment.garbageCollectors()) + ", at most "
                + Numbers.count(environment.maxHeapBytes() >> 20) + " MB of heap");
        page.entry("Kernels", environment.kernels());
        page.entry("Results", results.toString());
        page.entry("Log", log.toString());
    }

    private static String said(Recording baseline) {
        return baseline.id() + " (" + Numbers.count(baseline.prompts().size(), "prompt") + " × "
                + Numbers.count(baseline.setup().tokens(), "token") + ", audit "
                + baseline.report().auditDigest().prefix(DIGITS) + "…)";
    }

    /// Writes the members of an object for a program.
    public void write(JsonGenerator json) {
        ModelConfig config = model.config();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("version", version);
        json.writeStringProperty("numerics", Kernels.CONTRACT);
        json.writeObjectPropertyStart("model");
        json.writeStringProperty("name", model.name());
        json.writeStringProperty("folder", folder.toString());
        json.writeNumberProperty("parameters", model.parameters());
        json.writeStringProperty("digest", model.digest().toString());
        json.writeStringProperty("tokenizer_digest", model.tokenizerDigest().toString());
        json.writeNumberProperty("layers", config.layers());
        json.writeNumberProperty("width", config.hiddenSize());
        json.writeNumberProperty("heads", config.heads());
        json.writeNumberProperty("key_value_heads", config.keyValueHeads());
        json.writeNumberProperty("head_dim", config.headDim());
        json.writeNumberProperty("experts", config.experts());
        json.writeNumberProperty("experts_per_token", config.expertsPerToken());
        json.writeNumberProperty("expert_width", config.expertWidth());
        json.writeNumberProperty("vocabulary", config.vocabularySize());
        json.writeNumberProperty("positions", config.maxPositions());
        json.writeEndObject();
        json.writeObjectPropertyStart("bet");
        json.writeStringProperty("bet", criteria.bet());
        json.writeStringProperty("digest", criteria.digest().toString());
        json.writeEndObject();
        RecordingJson.texts(json, "baselines", baselines.stream().map(Recording::id).toList());
        RecordingJson.environment(json, environment);
        json.writeStringProperty("results", results.toString());
        json.writeStringProperty("log", log.toString());
    }
}
