package throttlelab.fxml.lab;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.fxml.texts.Texts;

/// The baseline that runs are compared with: a recording, and the baselines of typed prompts, which are made on the
/// spot.
public final class BaselineViewModel {

    private static final int DIGITS = 8;

    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final Map<String, RecordedPrompt> recorded = new HashMap<>();
    private final Map<String, TokenStream> typed = new HashMap<>();
    private Path place;

    /// Reads a recording and finds out whether this model can be compared with it. May be called on any thread.
    ///
    /// @throws InputException if the file cannot be read, or is of another model, tokenizer or numerics version
    static Recording read(Path file, Model model) {
        Recording recording = RecordingFile.read(file);
        ModelIdentity own = ModelIdentity.of(model);
        ModelIdentity other = recording.setup().model();
        if (!other.digest().equals(own.digest())) {
            throw refused("model", file, other.name(), other.digest().prefix(DIGITS), own.name(),
                    own.digest().prefix(DIGITS));
        }
        if (!other.tokenizerDigest().equals(own.tokenizerDigest())) {
            throw refused("tokenizer", file, other.tokenizerDigest().prefix(DIGITS),
                    own.tokenizerDigest().prefix(DIGITS));
        }
        if (!recording.setup().numerics().equals(Kernels.CONTRACT)) {
            throw refused("numerics", file, recording.setup().numerics(), Kernels.CONTRACT);
        }
        return recording;
    }

    /// Runs a prompt unthrottled, content-addressed and at full speed: what a typed prompt is compared with. Blocks.
    static TokenStream make(Model model, int[] promptTokens, int tokens) {
        // Nobody sees this run: a death in it is told, not waited for.
        try (Federation federation = Federation.open(model, FederationSettings.DEFAULT,
                new Throttle(Profiles.NONE, FederationSettings.DEFAULT.workers()),
                FederationOptions.DEFAULT.withPatience(Patience.NONE))) {
            return stream(model, federation.run(List.of(promptTokens), tokens, RunListener.NONE).getFirst());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(Texts.get("lab.baseline.closed"), e);
        }
    }

    private static TokenStream stream(Model model, GeneratedStream generated) {
        return new TokenStream(generated.tokens(), model.tokenizer().decode(generated.tokens()), generated.logprobs(),
                generated.margins());
    }

    /// Writes a run as a recording of one prompt. Blocks.
    static Recording write(Path file, Model model, LiveRun run, PromptItem prompt, String profile) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        Recording recording = recording(dot > 0 ? name.substring(0, dot) : name, model, run, prompt, profile);
        RecordingFile.write(file, recording);
        return recording;
    }

    /// A run as a recording of one prompt. May be called on any thread.
    ///
    /// @param id what the recording goes by
    static Recording recording(String id, Model model, LiveRun run, PromptItem prompt, String profile) {
        TokenStream stream = stream(model, run.stream().generated(run.setup().promptTokens()));
        RunSetup setup = new RunSetup(ModelIdentity.of(model), Kernels.CONTRACT, run.setup().settings(), 1,
                run.setup().tokens());
        return new Recording(id, Instant.now().truncatedTo(ChronoUnit.SECONDS), setup, profile, run.report(),
                Environment.current(FederationOptions.DEFAULT.kernels().name()),
                List.of(new RecordedPrompt(new Prompt(prompt.id(), prompt.text()), run.setup().promptTokens(), stream)));
    }

    private static InputException refused(String why, Path file, Object... values) {
        List<Object> all = new ArrayList<>(List.of(file.getFileName()));
        all.addAll(List.of(values));
        return new InputException(Texts.get("lab.baseline." + why, all.toArray()));
    }

    /// Takes a recording as the baseline. On the FX thread.
    ///
    /// @param file where it stands
    void use(Recording recording, Path file) {
        place = file;
        recorded.clear();
        recording.prompts().forEach(prompt -> recorded.put(prompt.prompt().text(), prompt));
        // Another recording may go by the same name: whoever listens must hear of it all the same.
        name.set("");
        name.set(Texts.get("lab.baseline.name", recording.id(), recording.prompts().size()));
    }

    /// Keeps the baseline of a typed prompt. On the FX thread.
    void keep(String text, TokenStream stream) {
        typed.put(text, stream);
    }

    /// What is expected after a prompt, if a baseline has it.
    public Optional<TokenStream> of(PromptItem prompt) {
        RecordedPrompt found = recorded.get(prompt.text());
        return found != null ? Optional.of(found.stream()) : Optional.ofNullable(typed.get(prompt.text()));
    }

    /// Whether what is expected after a prompt was made on the spot, and not recorded before.
    public boolean madeOnTheSpot(PromptItem prompt) {
        return !recorded.containsKey(prompt.text()) && typed.containsKey(prompt.text());
    }

    /// Where the recording stands; nothing if there is none.
    public Optional<Path> file() {
        return Optional.ofNullable(place);
    }

    /// What the recording goes by, for eyes; empty if there is none.
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }
}
