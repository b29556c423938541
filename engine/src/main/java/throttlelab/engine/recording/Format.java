package throttlelab.engine.recording;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonStream;

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
                .orElseThrow(() -> json.wrong("'" + found + "' is not a format this program knows", remedy(found)));
    }

    private static String remedy(String found) {
        Matcher versioned = VERSIONED.matcher(found);
        Optional<Format> related = !versioned.matches() ? Optional.empty()
                : Arrays.stream(values()).filter(format -> format.id.startsWith(versioned.group(1))).findFirst();
        if (related.isEmpty()) {
            return "use a file of format " + RECORDING.id + " or " + RESULT.id;
        }
        int known = Integer.parseInt(related.get().id.substring(versioned.group(1).length()));
        return Integer.parseInt(versioned.group(2)) > known
                ? "it was written by a newer program, so read it with that one, or record it anew with this one"
                : "it was written by an older program than any that is still read (the oldest format is "
                        + related.get().id + "), so record it anew";
    }
}
