package throttlelab.app.command;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import throttlelab.app.host.Host;
import throttlelab.app.summary.RecordingSummary;
import throttlelab.engine.InputException;
import throttlelab.engine.bet.Recorder;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.numerics.WarmingKernels;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.throttle.ThrottleProfile;

/// Goes on from a prompt of one's own, token by token.
@Command(name = "generate", description = {
        "Goes on from a prompt of your own; the text appears as its tokens come.",
        "The text goes to the standard output, everything else to the standard error."})
final class GenerateCommand extends HostedCommand {

    private static final String ID = "given";
    private static final String STANDARD_INPUT = "-";
    private static final int LIMIT_BYTES = 1 << 20;

    @ArgGroup(exclusive = true, multiplicity = "1", order = 1)
    private GivenPrompt given;
    @Option(names = "--logprobs", order = 14,
            description = "Show a line for each token: its number, log-probability, the bits of it, id and text.")
    private boolean logprobs;
    @Mixin
    private ModelOption model;
    @Mixin
    private TokensOption tokens;
    @Mixin
    private ProfilesOption profiles;
    @Mixin
    private SettingsOptions settings;
    @Mixin
    private FaultOptions faults;
    @Mixin
    private OutOption out;
    @Mixin
    private AuditOption audit;

    /// The prompt, in one of two ways.
    static final class GivenPrompt {

        @Parameters(index = "0", arity = "1", paramLabel = "PROMPT",
                description = "What to go on from; '-' takes it from the standard input, in UTF-8.")
        private String positional;

        @Option(names = "--prompt", paramLabel = "TEXT", order = 1, description = "The same as an option.")
        private String option;

        String text() {
            return positional != null ? positional : option;
        }
    }

    GenerateCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        ThrottleProfile profile = profiles.one();
        Prompt prompt = new Prompt(ID, text());
        Optional<Recording> recording;
        try (FaultNotes notes = faults.notes(terminal(), settings.settings(), tokens.count())) {
            recording = generate(prompt, profile, notes);
        }
        if (recording.isEmpty()) {
            terminal().note("Stopped.");
            return ExitCode.STOPPED;
        }
        json().file().ifPresent(file -> RecordingFile.write(file, recording.get()));
        new RecordingSummary(recording.get()).printShort(terminal());
        return ExitCode.OK;
    }

    private Optional<Recording> generate(Prompt prompt, ThrottleProfile profile, FaultNotes notes)
            throws InterruptedException {
        Model loaded = model.load(folders(), terminal());
        // Without its id, which nobody gave.
        loaded.tokenizer().encodePrompt(prompt.text());
        Path folder = out.folder(folders());
        // Somebody waits for the first token, and the just-in-time compiler has seen nothing yet.
        FederationOptions promptly = faults.options(notes).withKernels(new WarmingKernels());
        Recorder recorder = new Recorder(audit.runner(loaded, folder, promptly), settings.settings(), List.of(prompt),
                tokens.count(), 1);
        json().check();
        if (audit.folder(folder).isPresent()) {
            SafeFiles.requireWritable(folder);
        }
        try (TokenPrinter printer = new TokenPrinter(terminal(), loaded.tokenizer(), logprobs)) {
            printer.prompt(prompt.text());
            return StoppableRecorder.record(host(), recorder, ID, profile, printer);
        }
    }

    private String text() {
        if (given.text().equals(STANDARD_INPUT)) {
            return fromStandardInput();
        }
        if (given.text().indexOf('\uFFFD') >= 0) {
            throw new InputException("The prompt on the command line has characters that are not valid in "
                    + Charset.defaultCharset().name() + " or in this terminal's encoding: correct them, or give the "
                    + "prompt in UTF-8 on the standard input with '-'.");
        }
        return given.text();
    }

    private String fromStandardInput() {
        try {
            byte[] bytes = host().in().readNBytes(LIMIT_BYTES + 1);
            if (bytes.length > LIMIT_BYTES) {
                throw new InputException("The prompt on the standard input is larger than a megabyte: shorten it.");
            }
            String text = TextFiles.decode(bytes, "The prompt on the standard input");
            return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        } catch (IOException e) {
            throw new InputException("The prompt could not be read from the standard input, the system says '"
                    + e.getMessage() + "': give it on the command line.", e);
        }
    }
}
