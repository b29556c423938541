package throttlelab.engine.recording;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.words.Sentence;

/// What kinds of files with streams there are. A version is one that is read, or refused in words.
enum Format {

    /// One run.
    RECORDING(RecordingFile.FORMAT),

    /// A bet.
    RESULT(RecordingFile.RESULT_FORMAT);

    private static final Pattern VERSIONED = Pattern.compile("(.+/)(\\d{1,9})");

    private final String id;

    Format(String id) {
        this.id = id;
    }

    /// The format whose name stands here.
    ///
    /// @throws InputException if this program does not read it
    static Format of(JsonStream json) {
        String found = json.text();
        return Arrays.stream(values()).filter(format -> format.id.equals(found)).findFirst()
                .orElseThrow(() -> json.wrong(Sentence.of("recording.is-not-a-format-this", found), remedy(found)));
    }

    private static Sentence remedy(String found) {
        Matcher versioned = VERSIONED.matcher(found);
        Optional<Format> related = !versioned.matches() ? Optional.empty()
                : Arrays.stream(values()).filter(format -> format.id.startsWith(versioned.group(1))).findFirst();
        if (related.isEmpty()) {
            return Sentence.of("recording.use-format", RECORDING.id, RESULT.id);
        }
        int known = Integer.parseInt(related.get().id.substring(versioned.group(1).length()));
        return Integer.parseInt(versioned.group(2)) > known
                ? Sentence.of("recording.newer") : Sentence.of("recording.older", related.get().id);
    }
}
