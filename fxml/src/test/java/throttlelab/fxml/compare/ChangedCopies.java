package throttlelab.fxml.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.AuditFiles;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.replay.Replay;
import throttlelab.engine.replay.Replayed;

/// The shipped baseline, and copies of it that differ.
final class ChangedCopies {

    static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    static final Path BASELINE = SAMPLES.resolve("baselines").resolve("fractalmoe-30m-none.json");
    static final Recording SHIPPED = RecordingFile.read(BASELINE);

    private ChangedCopies() {
    }

    /// Other bits in p003 at token 5 (1 ULP) and p010 at token 8 (6 ULPs).
    static Path otherBits(Path folder) {
        return write(folder.resolve("bits.json"), List.of(), SHIPPED.setup().tokens());
    }

    /// The same, and another token in p020 at token 11.
    static Path otherToken(Path folder) {
        return write(folder.resolve("token.json"), List.of(20), SHIPPED.setup().tokens());
    }

    /// Only so many tokens, all of them equal if they are few.
    static Path shorter(Path folder, int tokens) {
        return write(folder.resolve("shorter.json"), List.of(), tokens);
    }

    /// Only the first prompts and tokens, with or without other bits in p003 at token 5.
    static Path few(Path folder, boolean changed) {
        Recording many = RecordingFile.read(changed ? otherBits(folder) : BASELINE);
        RunSetup setup = many.setup();
        List<RecordedPrompt> few = many.prompts().subList(0, 4).stream().map(prompt -> new RecordedPrompt(prompt.prompt(),
                prompt.promptTokens(), new TokenStream(Arrays.copyOf(prompt.stream().tokens(), 6), "",
                        Arrays.copyOf(prompt.stream().logprobs(), 6), new float[0]))).toList();
        Path file = folder.resolve(changed ? "few-changed.json" : "few.json");
        RecordingFile.write(file, new Recording("few", many.created(), new RunSetup(setup.model(), setup.numerics(),
                setup.federation(), 4, 6), many.profile(), many.report(), many.environment(), few));
        return file;
    }

    private static Path write(Path file, List<Integer> parted, int tokens) {
        List<RecordedPrompt> prompts = new ArrayList<>();
        for (int i = 0; i < SHIPPED.prompts().size(); i++) {
            RecordedPrompt prompt = SHIPPED.prompts().get(i);
            int[] ids = Arrays.copyOf(prompt.stream().tokens(), tokens);
            float[] logprobs = Arrays.copyOf(prompt.stream().logprobs(), tokens);
            float[] margins = prompt.stream().margins().length == 0 ? new float[0]
                    : Arrays.copyOf(prompt.stream().margins(), tokens);
            if (i == 2 && tokens > 4) {
                logprobs[4] = Math.nextDown(logprobs[4]);
            }
            if (i == 9 && tokens > 7) {
                logprobs[7] = Float.intBitsToFloat(Float.floatToIntBits(logprobs[7]) + 6);
            }
            if (parted.contains(i + 1)) {
                ids[10] = ids[10] == 300 ? 301 : 300;
            }
            prompts.add(new RecordedPrompt(prompt.prompt(), prompt.promptTokens(),
                    new TokenStream(ids, prompt.stream().text(), logprobs, margins)));
        }
        RunSetup setup = SHIPPED.setup();
        RecordingFile.write(file, new Recording("changed", SHIPPED.created(), new RunSetup(setup.model(),
                setup.numerics(), setup.federation(), setup.batch(), tokens), "steady", SHIPPED.report(),
                SHIPPED.environment(), prompts));
        return file;
    }

    /// Three prompts run under a policy, with the audit log beside the recording.
    static Path audited(Path folder, Model model, CombinePolicy policy) {
        FederationSettings as = SHIPPED.setup().federation();
        RunSetup setup = new RunSetup(SHIPPED.setup().model(), SHIPPED.setup().numerics(),
                new FederationSettings(as.partition(), as.workers(), policy, as.tempo()), 3, 6);
        List<RecordedPrompt> prompts = SHIPPED.prompts().subList(0, 3);
        try {
            Files.createDirectories(folder.resolve("audit"));
            Replayed replayed;
            try (AuditFiles audit = AuditFiles.open(folder.resolve("audit"), "none")) {
                replayed = Replay.all(model, setup, prompts, 6, audit, done -> { }, () -> false);
            }
            Path file = folder.resolve(policy.id() + ".json");
            RecordingFile.write(file, new Recording("audited", SHIPPED.created(), setup, "none", replayed.report(),
                    SHIPPED.environment(), replayed.prompts()));
            return file;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A recording of many prompts and tokens; every 977th position has other bits if `changed`.
    static Path large(Path file, int prompts, int tokens, boolean changed) {
        List<RecordedPrompt> many = new ArrayList<>();
        int[] ids = new int[tokens];
        Arrays.fill(ids, 65);
        for (int i = 0; i < prompts; i++) {
            float[] logprobs = new float[tokens];
            for (int j = 0; j < tokens; j++) {
                float usual = -0.001f - (i * 31 + j) % 1000 / 250f;
                logprobs[j] = changed && (i * tokens + j) % 977 == 976 ? Math.nextDown(usual) : usual;
            }
            many.add(new RecordedPrompt(new Prompt("p" + i, "Prompt " + i), new int[] {1},
                    new TokenStream(ids, "", logprobs, new float[0])));
        }
        RunSetup setup = SHIPPED.setup();
        RecordingFile.write(file, new Recording("large", SHIPPED.created(), new RunSetup(setup.model(),
                setup.numerics(), setup.federation(), setup.batch(), tokens), "none", SHIPPED.report(),
                SHIPPED.environment(), many));
        return file;
    }
}
