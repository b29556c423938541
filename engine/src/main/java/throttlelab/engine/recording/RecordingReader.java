package throttlelab.engine.recording;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.words.Sentence;

/// Reads a recording or a result as it comes, whatever the order of its members.
final class RecordingReader {

    /// A position takes some 40 bytes in the file, and 12 in memory with about as much for its text.
    static final long LIMIT_BYTES = 1 << 30;
    private static final long KEPT_BYTES = 240 << 20;

    private static final Set<String> HEAD = Set.of("id", "bet", "created", "model", "numerics", "partition", "policy",
            "workers", "batch", "tokens", "tempo_ms", "profile", "profiles", "wall_ms", "prefill_ms", "stages",
            "stages_waited", "timing", "refusals", "audit_digest", "environment");

    private final Path file;
    private final SelfDigestInput digested;
    private final JsonStream json;
    private final StreamsReader streams;
    private final List<JsonInput> head = new ArrayList<>();
    private Format format;
    private boolean runs;
    private Optional<InputException> complaint = Optional.empty();

    RecordingReader(Path file, InputStream in) {
        this.file = file;
        this.digested = new SelfDigestInput(in);
        this.json = JsonStream.of(digested, file.toString(), LIMIT_BYTES, KEPT_BYTES);
        this.streams = new StreamsReader(json);
    }

    /// @throws InputException if it is neither, or not as it was written
    RecordedRuns read() {
        json.object(this::member);
        json.end();
        JsonInput all = json.together(head);
        if (format == null) {
            all.at("format");
        }
        // A file that was damaged is told so, with what does not fit in it, before anything else.
        Sha256 digest = digested.verified().orElseThrow(() -> new InputException(
                json.complaint().map(what -> Sentence.of("recording.is-not-what-was-written-there", file, what))
                        .orElseGet(() -> Sentence.of("recording.is-not-what-was-written", file))));
        if (complaint.isPresent()) {
            throw complaint.get();
        }
        if (!runs) {
            all.at("runs");
        }
        return new RecordedRuns(file, digest, format == Format.RESULT,
                format == Format.RESULT ? result(all) : List.of(recording(all)));
    }

    private void member(String key) {
        switch (key) {
            case "format" -> format = Format.of(json);
            case "digest" -> {
                // Read to its end, so that all of it has passed the digest.
                json.attempt(json::text);
                digested.digestAt(json.offset());
            }
            case "runs" -> {
                runs = true;
                complaint = json.attempt(streams::read);
            }
            default -> {
                if (HEAD.contains(key)) {
                    head.add(json.tree());
                }
            }
        }
    }

    private Recording recording(JsonInput all) {
        List<RecordedPrompt> prompts = new ArrayList<>();
        for (StreamsReader.Run run : streams.runs()) {
            if (run.own() == null) {
                throw all.wrong(Sentence.of("recording.its-runs-are-those-of"),
                        Sentence.of("recording.use-the-file-as-it"));
            }
            prompts.add(new RecordedPrompt(run.prompt(), run.promptTokens(), run.own()));
        }
        return HeadReader.recording(all, prompts);
    }

    private List<Recording> result(JsonInput all) {
        Set<String> profiles = HeadReader.profiles(all);
        for (int i = 0; i < streams.runs().size(); i++) {
            if (streams.runs().get(i).own() != null) {
                throw all.wrong(Sentence.of("recording.the-key-streams-of-runs", i),
                        Sentence.of("recording.use-the-file-as-it"));
            }
            for (String name : streams.runs().get(i).streams().keySet()) {
                if (!profiles.contains(name)) {
                    throw all.wrong(Sentence.of("recording.the-profile-of-runs-is", name, i),
                            Sentence.of("recording.use-the-file-as-it"));
                }
            }
        }
        return profiles.stream().filter(name -> HeadReader.ran(all, name))
                .map(name -> HeadReader.ofResult(all, name, streamsOf(name))).toList();
    }

    private List<RecordedPrompt> streamsOf(String profile) {
        return streams.runs().stream().filter(run -> run.streams().containsKey(profile))
                .map(run -> new RecordedPrompt(run.prompt(), run.promptTokens(), run.streams().get(profile))).toList();
    }
}
