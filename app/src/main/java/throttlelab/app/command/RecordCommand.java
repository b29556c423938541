package throttlelab.app.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import throttlelab.app.host.Host;
import throttlelab.app.summary.RecordingSummary;
import throttlelab.app.terminal.Painter;
import throttlelab.app.terminal.ProgressLine;
import throttlelab.engine.UsageException;
import throttlelab.engine.bet.Recorder;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.throttle.ThrottleProfile;

/// Makes a recording that later runs can be compared with.
@Command(name = "record", description = {
        "Makes a recording: the streams of all prompts under one throttle profile, with all that is needed to judge them.",
        "A recording in samples/baselines is a baseline: every bet it fits is compared with it. The command compare "
                + "takes one from anywhere."})
final class RecordCommand extends HostedCommand {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,79}";

    @Mixin
    private ModelOption model;
    @Mixin
    private PromptsOption prompts;
    @Mixin
    private TokensOption tokens;
    @Mixin
    private ProfilesOption profiles;
    @Mixin
    private SettingsOptions settings;
    @Mixin
    private BatchOption batch;
    @Option(names = "--id", paramLabel = "NAME", order = 70,
            description = "What the recording is known by; it is written into NAME.json. Default: the model's and the "
                    + "profile's name.")
    private String id;
    @Mixin
    private FaultOptions faults;
    @Mixin
    private OutOption out;
    @Mixin
    private AuditOption audit;

    RecordCommand(Host host) {
        super(host);
    }

    @Override
    public Integer call() throws InterruptedException {
        ThrottleProfile profile = profiles.one();
        if (id != null && !id.matches(NAME)) {
            throw new UsageException("'" + id + "' cannot be the name of a file: give --id up to 80 letters, digits, "
                    + "points, hyphens and underscores.");
        }
        Model loaded = model.load(folders(), terminal());
        Path folder = out.folder(folders());
        String name = id != null ? id : loaded.name() + "-" + profile.name();
        Optional<Recording> recording;
        try (FaultNotes notes = faults.notes(terminal(), settings.settings(), tokens.count())) {
            Recorder recorder = new Recorder(audit.runner(loaded, folder, faults.options(notes)), settings.settings(),
                    prompts.read(folders()), tokens.count(), batch.size());
            SafeFiles.requireWritable(folder);
            json().check();
            recording = record(recorder, name, profile);
        }
        if (recording.isEmpty()) {
            terminal().note("Stopped: half a recording is none, so nothing was written.");
            return ExitCode.STOPPED;
        }
        Path file = folder.resolve(name + ".json");
        Sha256 digest = RecordingFile.write(file, recording.get());
        json().file().ifPresent(copy -> RecordingFile.write(copy, recording.get()));
        new RecordingSummary(recording.get()).print(terminal(), file, digest);
        return ExitCode.OK;
    }

    private Optional<Recording> record(Recorder recorder, String name, ThrottleProfile profile)
            throws InterruptedException {
        AtomicLong done = new AtomicLong();
        long began = System.nanoTime();
        try (Painter _ = new Painter(terminal(),
                () -> Optional.of(line(profile.name(), done.get(), recorder.tokens(), System.nanoTime() - began)))) {
            return StoppableRecorder.record(host(), recorder, name, profile,
                    (prompt, position, token, logprob, margin) -> done.incrementAndGet());
        }
    }

    private static ProgressLine line(String profile, long done, long total, long nanos) {
        Optional<Duration> left = done == 0 ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) ((double) nanos / done * (total - done))));
        return new ProgressLine(profile, done, total, "tokens", left, "");
    }
}
